import type { WechatConfig } from '../vendor/channel-configs.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import type { WechatApi } from './api.ts';

/** Everything the parts of the channel share. */
export interface Wechat {
  readonly config: WechatConfig;
  readonly parts: VendorParts;
  readonly api: WechatApi;
}
