import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Stage } from './stage.ts';

/** Ms between two looks for what has changed; bytes of a picture. */
const LOOK = 200;
const LARGEST = 30 * 1024 * 1024;

type File = readonly [path: string, type: string];

const filesOf = (names: readonly string[], ending: string, type: string): Readonly<Record<string, File>> =>
  Object.fromEntries(names.map((name) => [`/${name}.${ending}`, [`web/${name}.${ending}`, type]]));

const FILES: Readonly<Record<string, File>> = {
  '/tokens.css': ['../../../web/console/styles/tokens.css', 'text/css'],
  ...filesOf(['page', 'talk', 'composer', 'side', 'phone'], 'css', 'text/css'),
  ...filesOf(['page', 'lines', 'markdown', 'tools', 'dom'], 'js', 'text/javascript'),
};

const SAFE = {
  'content-security-policy': "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const Place = { room: z.string(), speaker: z.string(), at: z.boolean() };
const Action = z.discriminatedUnion('is', [
  z.object({ is: z.literal('say'), ...Place, text: z.string().min(1).max(20_000) }),
  z.object({ is: z.literal('press'), ...Place, line: z.string(), button: z.string() }),
  z.object({ is: z.literal('use'), room: z.string(), tool: z.string(), value: z.string() }),
]);

export interface PageServerOptions {
  readonly port: number;
  readonly host: string;
  readonly stages: readonly Stage[];
  /** The lines for `.env`. */
  readonly settings: readonly string[];
  readonly service: string;
}

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves one page for each platform, with what happens there as events. */
export async function openPageServer({
  port,
  host,
  stages,
  settings,
  service,
}: PageServerOptions): Promise<PageServer> {
  const file = async (response: ServerResponse, [path, type]: File): Promise<void> => {
    const body = await readFile(new URL(path, import.meta.url));
    response.writeHead(200, { ...SAFE, 'content-type': `${type}; charset=utf-8` }).end(body);
  };
  const json = (response: ServerResponse, status: number, body: object): void => {
    response
      .writeHead(status, { ...SAFE, 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(body));
  };
  const act = async (stage: Stage, request: IncomingMessage): Promise<string | undefined> => {
    const action = Action.parse(JSON.parse((await bytesOf(request)).toString('utf8')));
    if (action.is === 'say') stage.say(action, action.text);
    else if (action.is === 'press') stage.press(action, action.line, action.button);
    else return stage.use(action.room, action.tool, action.value);
    return undefined;
  };
  const onStage = async (stage: Stage, rest: string, request: IncomingMessage, response: ServerResponse) => {
    const { searchParams: query } = new URL(request.url ?? '/', 'http://page');
    const type = request.headers['content-type'] ?? '';
    if (request.method === 'GET' && rest === 'view') return json(response, 200, stage.view());
    if (request.method === 'GET' && rest === 'events') return follow(stage, response);
    if (request.method === 'GET' && rest.startsWith('media/')) return picture(response, stage.media(rest.slice(6)));
    // Types that no form of another site can send.
    if (request.method === 'POST' && rest === 'act' && type.startsWith('application/json')) {
      return json(response, 200, { told: await act(stage, request) });
    }
    if (request.method === 'POST' && rest === 'picture' && type.startsWith('image/')) {
      const place = { room: query.get('room') ?? '', speaker: query.get('speaker') ?? '', at: query.has('at') };
      stage.picture(place, await bytesOf(request), query.get('text') ?? '');
      return json(response, 200, {});
    }
    return json(response, 404, { told: '没有这个地址。' });
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname);
    const asset = FILES[path];
    if (asset) return file(response, asset);
    if (path === '/api/settings') return json(response, 200, { settings, service });
    const [, name, rest = ''] = /^\/api\/(\w+)\/(.+)$/.exec(path) ?? [];
    const stage = stages.find((one) => one.name === name);
    if (stage) return onStage(stage, rest, request, response);
    const isPage = path === '/' || stages.some((one) => path === `/${one.name}`);
    return isPage ? file(response, ['web/page.html', 'text/html']) : json(response, 404, { told: '没有这个地址。' });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      const told =
        error instanceof z.ZodError || error instanceof SyntaxError
          ? '请求的内容不对。'
          : String((error as Error).message);
      if (response.headersSent) response.destroy();
      else json(response, 409, { told });
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  const at = (server.address() as AddressInfo).port;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${at}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) throw new Error('图片超过 30 MB，没有发。');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Tells the page what is there now, and again whenever it has changed. */
function follow(stage: Stage, response: ServerResponse): void {
  response.writeHead(200, { ...SAFE, 'content-type': 'text/event-stream; charset=utf-8' });
  let told = '';
  const tell = (): void => {
    const now = JSON.stringify(stage.view());
    if (now !== told) response.write(`data: ${now}\n\n`);
    told = now;
  };
  tell();
  const timer = setInterval(tell, LOOK);
  response.once('close', () => clearInterval(timer));
}

const HEADS: readonly (readonly [head: string, type: string])[] = [
  ['\x89PNG', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['RIFF', 'image/webp'],
];

function picture(response: ServerResponse, bytes: Buffer | undefined): void {
  if (!bytes) {
    response.writeHead(404, SAFE).end();
    return;
  }
  const start = bytes.subarray(0, 4).toString('latin1');
  const type = HEADS.find(([head]) => start.startsWith(head))?.[1] ?? 'application/octet-stream';
  response.writeHead(200, { ...SAFE, 'content-type': type }).end(bytes);
}
