import { ChannelError } from '../../bot/channel-error.ts';
import { callJson } from '../vendor/call-json.ts';
import type { WechatConfig } from '../vendor/channel-configs.ts';
import type { Check } from '../vendor/check.ts';
import { faultOf, refusalIn } from './faults.ts';
import { fetchToken } from './fetch-token.ts';

/** Looks at how an Official Account is set up, by asking WeChat; changes nothing there. */
export async function checkWechat(config: WechatConfig): Promise<readonly Check[]> {
  const { aesKey, previousAesKey } = config;
  const mode: Check =
    aesKey === undefined
      ? {
          name: '微信消息加密',
          ok: true,
          what: '没有设 WECHAT_AES_KEY：消息是明文的。',
          todo: '建议在公众号后台“服务器配置”里选“安全模式”，并设 WECHAT_AES_KEY。',
        }
      : {
          name: '微信消息加密',
          ok: aesKey !== previousAesKey,
          what: `WECHAT_AES_KEY 是 43 位${previousAesKey === undefined ? '' : '，上一个密钥也设了'}。`,
          ...(aesKey === previousAesKey && { todo: 'WECHAT_AES_KEY_PREVIOUS 与 WECHAT_AES_KEY 相同，可以不设。' }),
        };
  return [mode, ...(await asked(config))];
}

async function asked(config: WechatConfig): Promise<readonly Check[]> {
  const name = '微信凭证和 IP 白名单';
  try {
    const { token } = await fetchToken(config);
    return [
      { name, ok: true, what: 'WECHAT_APP_ID、WECHAT_APP_SECRET 有效，本机 IP 可以调用。' },
      await verified(config, token),
    ];
  } catch (error) {
    return [{ name, ok: false, ...problem(error) }];
  }
}

/** Asks about a user who is none: verified accounts hear that, others that they may not ask. */
async function verified({ verified, apiBase }: WechatConfig, token: string): Promise<Check> {
  const name = '微信认证';
  try {
    const address = `${apiBase}/cgi-bin/user/info?access_token=${encodeURIComponent(token)}&openid=doctor`;
    const refusal = refusalIn((await callJson('wechat', address, { method: 'GET' })).body);
    if (refusal && ![48001, 40003].includes(refusal.errcode)) return { name, ok: false, ...problem(faultOf(refusal)) };
    const may = refusal?.errcode !== 48001;
    if (may === verified) return { name, ok: true, what: may ? '已认证，可以主动发消息。' : '未认证，只能被动回复。' };
    return verified
      ? {
          name,
          ok: false,
          what: '公众号未认证，不能主动发消息（48001）。',
          todo: '请设 WECHAT_VERIFIED=false，或者先认证公众号。',
        }
      : { name, ok: true, what: '公众号已认证。', todo: '可以设 WECHAT_VERIFIED=true，回答慢时也能主动发。' };
  } catch (error) {
    return { name, ok: false, ...problem(error) };
  }
}

function problem(error: unknown): Pick<Check, 'what' | 'todo'> {
  if (!(error instanceof ChannelError)) throw error;
  const [what = '', todo] = error.message.split('：', 2);
  return { what: error.message, ...(todo !== undefined && what !== '' && { todo }) };
}
