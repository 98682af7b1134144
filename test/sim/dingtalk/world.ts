import type { SimClock } from '../clock.ts';
import type { SimRandom } from '../random.ts';
import type { SimRecord } from '../server.ts';
import type { Chats } from './chats.ts';
import type { DingTalkSettings } from './settings.ts';

/** The app a bot works as. */
export interface DingTalkApp {
  readonly appKey: string;
  readonly appSecret: string;
  readonly robotCode: string;
  readonly corpId: string;
}

/** What every part of the simulator shares. */
export interface World {
  readonly clock: SimClock;
  readonly random: SimRandom;
  readonly app: DingTalkApp;
  readonly settings: DingTalkSettings;
  readonly record: SimRecord;
  readonly chats: Chats;
  readonly lost: { readonly id: string; readonly reason: string }[];
}
