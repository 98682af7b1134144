import { ChannelError } from '../../bot/channel-error.ts';
import { type AccessToken, createAccessToken, type FetchedToken } from '../vendor/access-token.ts';
import { callJson, type JsonAnswer } from '../vendor/call-json.ts';
import type { DingtalkConfig } from '../vendor/channel-configs.ts';
import type { VendorParts } from '../vendor/vendor-parts.ts';
import { faultOf, isStale } from './fault-of.ts';
import { createPace } from './pace.ts';

export type Body = Readonly<Record<string, unknown>>;

/** DingTalk's API as far as the robot needs it. Everything throws a ChannelError. */
export interface DingtalkApi {
  /** Asks api.dingtalk.com; gives the body of the answer. */
  call(method: 'POST' | 'PUT', path: string, body: Body): Promise<Body>;
  /** Gives the media id of an uploaded picture. */
  upload(name: string, type: string, bytes: Uint8Array): Promise<string>;
}

export function dingtalkApi(
  config: DingtalkConfig,
  {
    store: { vendor },
    seal,
    time,
  }: Pick<VendorParts, 'seal' | 'time'> & { readonly store: Pick<VendorParts['store'], 'vendor'> },
): DingtalkApi {
  const clock = (): Date => time.now();
  const pace = createPace(clock);
  const tokenOf = (kind: string, fetch: () => Promise<FetchedToken>): AccessToken =>
    createAccessToken({ name: `dingtalk:${kind}:${config.clientId}`, vendor, seal, clock, fetch });
  const token = tokenOf('token', () => fetchToken(config));
  const oldToken = tokenOf('old-token', () => fetchOldToken(config));

  const judged = async (asked: () => Promise<JsonAnswer>): Promise<Body> => {
    pace.check();
    const answer = await asked();
    const fault = faultOf(answer);
    if (!fault) {
      pace.fine();
      return answer.body;
    }
    if (fault.fault !== 'rate') throw fault;
    const retryAfter = pace.slow(fault.retryAfter ?? 1_000);
    throw new ChannelError('dingtalk', 'rate', fault.message, { retryAfter });
  };
  const withToken = (key: AccessToken, ask: (token: string) => Promise<JsonAnswer>): Promise<Body> =>
    judged(async () => {
      const first = await key.current();
      const answer = await ask(first);
      return isStale(answer) ? ask(await key.renew(first)) : answer;
    });
  return {
    call: (method, path, body) =>
      withToken(token, (now) =>
        callJson('dingtalk', `${config.apiBase}${path}`, {
          method,
          body,
          headers: { 'x-acs-dingtalk-access-token': now },
        }),
      ),
    async upload(name, type, bytes) {
      const { media_id } = await withToken(oldToken, (now) => {
        const form = new FormData();
        form.set('media', new File([new Uint8Array(bytes)], name, { type }));
        const query = new URLSearchParams({ access_token: now, type: 'image' });
        return callJson('dingtalk', `${config.oapiBase}/media/upload?${query}`, { body: form, patience: 30_000 });
      });
      if (typeof media_id === 'string') return media_id;
      throw new ChannelError('dingtalk', 'busy', '钉钉收了图片，却没有给出它的编号。');
    },
  };
}

/** The key to api.dingtalk.com. */
export async function fetchToken({ apiBase, clientId, clientSecret }: DingtalkConfig): Promise<FetchedToken> {
  const body = { appKey: clientId, appSecret: clientSecret };
  const answer = await callJson('dingtalk', `${apiBase}/v1.0/oauth2/accessToken`, { body });
  return fetched(answer, answer.body.accessToken, answer.body.expireIn);
}

/** The key to oapi.dingtalk.com. */
async function fetchOldToken({ oapiBase, clientId, clientSecret }: DingtalkConfig): Promise<FetchedToken> {
  const query = new URLSearchParams({ appkey: clientId, appsecret: clientSecret });
  const answer = await callJson('dingtalk', `${oapiBase}/gettoken?${query}`, { method: 'GET' });
  return fetched(answer, answer.body.access_token, answer.body.expires_in);
}

function fetched(answer: JsonAnswer, token: unknown, seconds: unknown): FetchedToken {
  const fault = faultOf(answer);
  if (fault) throw fault;
  if (typeof token === 'string' && typeof seconds === 'number') return { token, lasts: seconds * 1_000 };
  throw new ChannelError('dingtalk', 'busy', '钉钉没有给出访问凭证，过一会儿自动再试。');
}
