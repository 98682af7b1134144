import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

const require = createRequire(import.meta.url);

/** A client of the API that others wrote: `wechat-api`. Its methods take a callback; here they give a promise. */
export interface PeerClient {
  call(method: string, ...args: readonly unknown[]): Promise<Record<string, unknown> & { readonly length?: number }>;
}

type Callback = (error: (Error & { code?: number }) | null, data: never) => void;
interface WechatApi {
  endpoint: string;
  fileServerPrefix: string;
  [method: string]: unknown;
}
const Api = require('wechat-api') as new (appId: string, appSecret: string) => WechatApi;

export function peerClient(url: string, appId: string, appSecret: string): PeerClient {
  const api = new Api(appId, appSecret);
  api.endpoint = url;
  api.fileServerPrefix = `${url}/cgi-bin/`;
  return {
    call: (method, ...args) =>
      new Promise((done, fail) => {
        const callback: Callback = (error, data) => (error ? fail(error) : done(data));
        (api[method] as (...all: unknown[]) => void).call(api, ...args, callback);
      }),
  };
}

/** What the `wechat` middleware gives a handler. */
export interface PeerTurn {
  readonly message: Readonly<Record<string, string>>;
  reply(content: unknown): void;
  transfer(account?: string): void;
}

/** A service that others wrote: the `wechat` middleware on a server of its own. */
export async function peerServer(
  secrets: { readonly token: string; readonly appid: string; readonly encodingAESKey: string },
  handle: (turn: PeerTurn) => void,
) {
  type Request = IncomingMessage & { query?: Record<string, string>; weixin?: Record<string, string> };
  type Response = ServerResponse & { reply(content: unknown): void; transfer2CustomerService(account?: string): void };
  type Middleware = (request: Request, response: ServerResponse, next: (error?: unknown) => void) => void;
  const wechat = require('wechat') as (config: object, handler: (req: Request, res: Response) => void) => Middleware;
  const middleware = wechat(secrets, (request, response) =>
    handle({
      message: request.weixin ?? {},
      reply: (content) => response.reply(content),
      transfer: (account) => response.transfer2CustomerService(account),
    }),
  );
  const http = createServer((request: Request, response) => {
    request.query = Object.fromEntries(new URL(request.url ?? '/', 'http://peer').searchParams);
    try {
      middleware(request, response, (error) => response.writeHead(500).end(String(error)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/wechat`,
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}

/** A service that hangs, answers by hand, or as told: for what no honest peer does. */
export async function bareServer(handle: (body: string, response: ServerResponse, request: IncomingMessage) => void) {
  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    handle(Buffer.concat(parts).toString(), response, request);
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/callback`,
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}

/** The code a call of the peer client was refused with; 0 when it was not, the message when it has no code. */
export const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 0,
    (error: { code?: number; message: string }) => error.code ?? error.message,
  );
