import { dingtalkChannel } from './adapters/dingtalk/channel.ts';
import { checkDingtalk } from './adapters/dingtalk/check-dingtalk.ts';
import type { Check } from './adapters/vendor/check.ts';
import type { VendorParts } from './adapters/vendor/vendor-parts.ts';
import type { Channel } from './bot/ports.ts';
import type { ChannelConfigs } from './channel-config.ts';

/** Looks at what is set up of each vendor, by asking them. */
export async function vendorChecks({ dingtalk }: ChannelConfigs): Promise<readonly Check[]> {
  return [...(dingtalk ? await checkDingtalk(dingtalk) : [])];
}

/** The channels of vendors that are set up. Their routes are on the server once this returns; no vendor is asked yet. */
export function vendorChannels({ dingtalk }: ChannelConfigs, parts: VendorParts): readonly Channel[] {
  return [...(dingtalk ? [dingtalkChannel(dingtalk, parts)] : [])];
}
