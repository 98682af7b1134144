import { ChannelError } from '../../bot/channel-error.ts';
import { createAccessToken } from '../vendor/access-token.ts';
import { callJson, type JsonCall } from '../vendor/call-json.ts';
import type { WechatConfig } from '../vendor/channel-configs.ts';
import { fetchBytes } from '../vendor/fetch-bytes.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { faultOf, type Refusal, refusalIn, TOKEN_CODES } from './faults.ts';
import { fetchToken } from './fetch-token.ts';

type WechatAnswer = Readonly<Record<string, unknown>>;

/** WeChat's API with the key to it. Both throw a ChannelError; a key that is no longer taken is fetched anew, once. */
export interface WechatApi {
  /** `takes`: codes that are answers to the caller, and not errors. */
  call(path: string, call?: JsonCall, takes?: readonly number[]): Promise<WechatAnswer>;
  /** A file; `refused` where it is not there any more. */
  bytes(path: string, most: number): Promise<Uint8Array>;
}

export function wechatApi(
  config: WechatConfig,
  { store, seal, time }: Pick<VendorParts, 'store' | 'seal' | 'time'>,
): WechatApi {
  let bad: string | undefined;
  const token = createAccessToken({
    name: `wechat:${config.appId}`,
    vendor: store.vendor,
    seal,
    clock: () => time.now(),
    fetch: () => fetchToken(config, bad),
  });
  const withToken = async <T>(ask: (key: string) => Promise<T | Refusal>): Promise<T | Refusal> => {
    const key = await token.current();
    const answer = await ask(key);
    if (!isRefusal(answer) || !TOKEN_CODES.includes(answer.errcode)) return answer;
    bad = key;
    const again = await ask(await token.renew(key));
    if (isRefusal(again) && TOKEN_CODES.includes(again.errcode))
      throw new ChannelError('wechat', 'busy', `微信不认刚取的 access_token（${again.errcode}），过一会儿再试。`);
    return again;
  };
  const address = (path: string, key: string): string =>
    `${config.apiBase}/cgi-bin/${path}${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(key)}`;
  return {
    async call(path, call = {}, takes = []) {
      const answer = await withToken(async (key) => {
        const { body } = await callJson('wechat', address(path, key), call);
        const refusal = refusalIn(body);
        return refusal && !takes.includes(refusal.errcode) ? new Refused(refusal) : body;
      });
      if (isRefusal(answer)) throw faultOf(answer);
      return answer;
    },
    async bytes(path, most) {
      const trusted = [new URL(config.apiBase).host];
      const answer = await withToken(async (key) => {
        const { bytes, type } = await fetchBytes('wechat', address(path, key), { most, trusted });
        const refusal = refusalOf(bytes, type);
        return refusal ? new Refused(refusal) : bytes;
      });
      if (isRefusal(answer)) throw faultOf(answer);
      return answer;
    },
  };
}

class Refused implements Refusal {
  readonly errcode: number;
  readonly errmsg: string;
  constructor({ errcode, errmsg }: Refusal) {
    this.errcode = errcode;
    this.errmsg = errmsg;
  }
}

function isRefusal(answer: unknown): answer is Refusal {
  return answer instanceof Refused;
}

/** Errors of files come with status 200, as JSON under more than one type; pictures never begin like an object. */
function refusalOf(bytes: Uint8Array, type: string): Refusal | undefined {
  if (bytes[0] !== 0x7b || type.startsWith('image/')) return undefined;
  try {
    return refusalIn(JSON.parse(Buffer.from(bytes).toString()) as WechatAnswer);
  } catch {
    return undefined;
  }
}
