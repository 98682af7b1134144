import { ChannelError } from '../../bot/channel-error.ts';
import type { FetchedToken } from '../vendor/access-token.ts';
import { callJson } from '../vendor/call-json.ts';
import type { WechatConfig } from '../vendor/channel-configs.ts';
import { faultOf, refusalIn } from './faults.ts';

/**
 * An access token of `stable_token`, which every instance gets the same of.
 * Where that is one that is no longer taken, a new one is asked for, which may
 * be done 20 times a day and every 30 s.
 */
export async function fetchToken(config: WechatConfig, bad?: string): Promise<FetchedToken> {
  const given = await ask(config, false);
  return given.token === bad ? ask(config, true) : given;
}

async function ask({ appId, appSecret, apiBase }: WechatConfig, force_refresh: boolean): Promise<FetchedToken> {
  const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh };
  const answer = await callJson('wechat', `${apiBase}/cgi-bin/stable_token`, { body });
  const refusal = refusalIn(answer.body);
  if (refusal) throw faultOf(refusal);
  const { access_token, expires_in } = answer.body;
  if (typeof access_token !== 'string' || typeof expires_in !== 'number')
    throw new ChannelError('wechat', 'busy', '微信没有给出 access_token。');
  return { token: access_token, lasts: expires_in * 1_000 };
}
