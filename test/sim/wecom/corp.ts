import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt, getSignature } from '@wecom/crypto';
import { onTestFinished } from 'vitest';
import { steppedClock } from '../clock.ts';
import { testSeed } from '../test-seed.ts';
import type { WecomOptions } from './ctl.ts';
import type { SyncItem } from './message.ts';
import { wecomSim } from './wecom-sim.ts';

export const CORP = {
  corpId: 'ww0123456789abcdef',
  secret: 'secret-of-the-app',
  token: 'token-of-the-app',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  openKfId: 'wk0123456789abcdef',
};

/** The text of an element, in CDATA or bare. */
const inside = (xml: string, name: string): string =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(xml)?.[1] ?? '';

/** A doorbell as a service heard it. */
export interface Heard {
  readonly receiver: string;
  readonly event: string;
  readonly token: string;
  readonly kf: string;
}

/** A service that verifies and opens what it gets with `@wecom/crypto`; `status` says how it answers. */
async function peerService(status: () => number) {
  const heard: Heard[] = [];
  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://peer').searchParams);
    const sealed = query.echostr ?? inside(Buffer.concat(parts).toString(), 'Encrypt');
    const signature = getSignature(CORP.token, query.timestamp ?? '', query.nonce ?? '', sealed);
    if (signature !== query.msg_signature) return void response.writeHead(401).end();
    const { message, id } = decrypt(CORP.aesKey, sealed);
    if (query.echostr !== undefined) return void (status() > 0 && response.end(message));
    const [event, token, kf] = ['Event', 'Token', 'OpenKfId'].map((name) => inside(message, name));
    heard.push({ receiver: id, event: event ?? '', token: token ?? '', kf: kf ?? '' });
    if (status() > 0) response.writeHead(status()).end();
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/wecom`, heard };
}

interface Answer extends Readonly<Record<string, unknown>> {
  readonly errcode: number;
}
interface Page extends Answer {
  readonly next_cursor: string;
  readonly has_more: number;
  readonly msg_list: readonly SyncItem[];
}

/** A simulated corp for one test, a service behind it, and calls to its API. `answers.status` 0 hangs. */
export async function corp(options: Partial<WecomOptions> = {}) {
  const clock = steppedClock();
  const sim = await wecomSim({ ...CORP, clock, seed: testSeed(), servicers: ['zhang', 'li'], ...options });
  onTestFinished(sim.close);
  const answers = { status: 200 };
  const service = await peerService(() => answers.status);
  sim.ctl.pushTo(service.url);

  const get = async (path: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    (await (await fetch(`${sim.url}/cgi-bin/${path}?${new URLSearchParams(query)}`)).json()) as Answer;
  const token = async (): Promise<string> =>
    String((await get('gettoken', { corpid: CORP.corpId, corpsecret: CORP.secret })).access_token);
  const post = async (path: string, body: object): Promise<Answer> => {
    const response = await fetch(`${sim.url}/cgi-bin/${path}?access_token=${await token()}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  };
  const about = (touser: string) => ({ open_kfid: CORP.openKfId, touser });
  return {
    ...sim,
    clock,
    answers,
    heard: service.heard,
    get,
    token,
    post,
    sync: async (body: object = {}) => (await post('kf/sync_msg', { open_kfid: CORP.openKfId, ...body })) as Page,
    send: (touser: string, content: string, more: object = {}) =>
      post('kf/send_msg', { ...about(touser), msgtype: 'text', text: { content }, ...more }),
    onEvent: (code: unknown, more: object = { msgtype: 'text', text: { content: '您好' } }) =>
      post('kf/send_msg_on_event', { code, ...more }),
    trans: (external_userid: string, service_state: number, servicer_userid?: string) =>
      post('kf/service_state/trans', { open_kfid: CORP.openKfId, external_userid, service_state, servicer_userid }),
  };
}

export const text = (from: string, said: string) => ({ is: 'text', from, text: said }) as const;
/** The event inside an entry. */
export const eventOf = (item: SyncItem | undefined) => item?.event as Readonly<Record<string, unknown>> | undefined;
