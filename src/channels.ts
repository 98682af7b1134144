import { dingtalkChannel } from './adapters/dingtalk/channel.ts';
import { checkDingtalk } from './adapters/dingtalk/check-dingtalk.ts';
import type { ChannelConfigs } from './adapters/vendor/channel-configs.ts';
import type { Check } from './adapters/vendor/check.ts';
import type { VendorParts } from './adapters/vendor/vendor-parts.ts';
import { wechatChannel } from './adapters/wechat/channel.ts';
import { checkWechat } from './adapters/wechat/check-wechat.ts';
import { wecomChannel } from './adapters/wecom/channel.ts';
import { checkWecom } from './adapters/wecom/check-wecom.ts';
import type { Channel } from './bot/ports.ts';

/** Looks at what is set up of each vendor, by asking them. */
export async function vendorChecks({ dingtalk, wechat, wecom }: ChannelConfigs): Promise<readonly Check[]> {
  return [
    ...(dingtalk ? await checkDingtalk(dingtalk) : []),
    ...(wechat ? await checkWechat(wechat) : []),
    ...(wecom ? await checkWecom(wecom) : []),
  ];
}

/** The channels of vendors that are set up. Their routes are on the server once this returns; no vendor is asked yet. */
export function vendorChannels({ dingtalk, wechat, wecom }: ChannelConfigs, parts: VendorParts): readonly Channel[] {
  return [
    ...(dingtalk ? [dingtalkChannel(dingtalk, parts)] : []),
    ...(wechat ? [wechatChannel(wechat, parts)] : []),
    ...(wecom ? [wecomChannel(wecom, parts)] : []),
  ];
}
