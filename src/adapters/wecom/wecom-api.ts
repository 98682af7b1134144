import { ChannelError } from '../../bot/channel-error.ts';
import type { NewFile } from '../../bot/ports.ts';
import { createAccessToken } from '../vendor/access-token.ts';
import { callJson } from '../vendor/call-json.ts';
import type { WecomConfig } from '../vendor/channel-configs.ts';
import { fetchBytes } from '../vendor/fetch-bytes.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { TOKEN_OVER, WecomRefusal } from './wecom-refusal.ts';

type WecomAnswer = Readonly<Record<string, unknown>>;

/** WeCom's API. Everything throws a ChannelError: a WecomRefusal where WeCom said why. */
export interface WecomApi {
  /** `path` as in the documentation, after `/cgi-bin/`. */
  call(path: string, body: object): Promise<WecomAnswer>;
  /** What a person sent. */
  download(mediaId: string): Promise<Uint8Array>;
  /** Gives the media_id, valid for 3 days. */
  upload(type: 'image' | 'file', file: NewFile): Promise<string>;
}

/** Bytes; WeCom itself keeps nothing larger. */
const LARGEST = 20_000_000;

export function createWecomApi(
  { corpId, secret, apiBase }: WecomConfig,
  { store, seal, time }: Pick<VendorParts, 'store' | 'seal' | 'time'>,
): WecomApi {
  const address = (path: string, query: Readonly<Record<string, string>>): string =>
    `${apiBase}/cgi-bin/${path}?${new URLSearchParams(query)}`;
  const token = createAccessToken({
    name: `wecom:token:${corpId}`,
    ...{ vendor: store.vendor, seal, clock: time.now },
    async fetch() {
      const query = { corpid: corpId, corpsecret: secret };
      const { body } = await callJson('wecom', address('gettoken', query), { method: 'GET' });
      const { access_token, expires_in } = accepted('gettoken', body);
      if (typeof access_token !== 'string') throw new ChannelError('wecom', 'busy', '企业微信没有给出访问凭证。');
      return { token: access_token, lasts: Number(expires_in ?? 0) * 1_000 };
    },
  });
  /** Once more with another token, where the first one is over. */
  const withToken = async <T>(ask: (access_token: string) => Promise<T>): Promise<T> => {
    const first = await token.current();
    try {
      return await ask(first);
    } catch (error) {
      if (!(error instanceof WecomRefusal) || !TOKEN_OVER.includes(error.errcode)) throw error;
      return ask(await token.renew(first));
    }
  };
  return {
    call: (path, sent) =>
      withToken(async (access_token) => {
        const { body } = await callJson('wecom', address(path, { access_token }), { body: sent });
        return accepted(path, body);
      }),
    download: (media_id) =>
      withToken(async (access_token) => {
        const from = address('media/get', { access_token, media_id });
        const { bytes, type } = await fetchBytes('wecom', from, { most: LARGEST, trusted: [new URL(apiBase).host] });
        if (/json|text\/plain/.test(type)) accepted('media/get', jsonIn(bytes));
        return bytes;
      }),
    upload: (type, { name, type: mime, bytes }) =>
      withToken(async (access_token) => {
        const form = new FormData();
        form.append('media', new Blob([Uint8Array.from(bytes)], { type: mime }), name);
        const { body } = await callJson('wecom', address('media/upload', { access_token, type }), { body: form });
        return String(accepted('media/upload', body).media_id);
      }),
  };
}

function accepted(path: string, body: WecomAnswer): WecomAnswer {
  const { errcode = 0, errmsg = '' } = body;
  if (errcode === 0) return body;
  throw new WecomRefusal(Number(errcode), path, String(errmsg));
}

/** Where a file should have been stands why it is not there. */
function jsonIn(bytes: Uint8Array): WecomAnswer {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as WecomAnswer;
  } catch {
    throw new ChannelError('wecom', 'refused', '取来的不是图片。');
  }
}
