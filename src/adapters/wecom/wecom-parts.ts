import type { Talk } from '../../bot/message.ts';
import type { WecomConfig } from '../vendor/channel-configs.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import type { WecomApi } from './wecom-api.ts';

/** What the pieces of the WeCom channel share. */
export interface WecomParts extends VendorParts {
  readonly config: WecomConfig;
  readonly api: WecomApi;
  /** ISO 8601. */
  readonly now: () => string;
}

/** Who has a conversation that a servicer takes care of in WeCom: no agent of ours is called that. */
export const SERVICER = 'wecom';

/** The talk of one customer with one 客服帐号. */
export function talkOf(account: string, customer: string): Talk {
  return { channel: 'wecom', room: account, user: customer };
}

/** How WeCom names the two ends of a talk. */
export function endsOf({ room, user }: Talk): { readonly open_kfid: string; readonly external_userid: string } {
  return { open_kfid: room, external_userid: user };
}
