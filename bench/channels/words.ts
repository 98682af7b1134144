import type { Part } from './casting.ts';
import type { PlayedPeople } from './play-people.ts';

/** What a platform's process and whoever started it say to each other. */

export const CHANNELS = ['dingtalk', 'wechat', 'wecom'] as const;

export type ChannelUnderLoad = (typeof CHANNELS)[number];

export type ToPlatform =
  | { readonly is: 'open'; readonly channel: ChannelUnderLoad; readonly seed: number }
  | { readonly is: 'play'; readonly origin: string; readonly parts: readonly Part[] };

export type FromPlatform =
  | { readonly is: 'loaded' }
  | { readonly is: 'opened'; readonly env: Readonly<Record<string, string>> }
  | {
      readonly is: 'played';
      readonly played: PlayedPeople;
      readonly complaints: readonly string[];
      readonly late: number;
    }
  | { readonly is: 'failed'; readonly what: string };
