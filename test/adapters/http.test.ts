import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttp, type Http, type HttpOptions } from '../../src/adapters/http.ts';

const opened: Http[] = [];

async function open(options: Partial<HttpOptions> = {}): Promise<Http> {
  const app = await createHttp({
    logLevel: 'silent',
    trustProxy: false,
    widgetOrigins: [],
    readiness: async () => ({ ready: true, encoder: 'ok' }),
    ...options,
  });
  app.post(
    '/api/echo/:name',
    {
      schema: {
        summary: '回声',
        body: z.object({ text: z.string('text 要是一段文字。').max(200_000) }, '请用 JSON 对象。'),
      },
    },
    async ({ body }) => body,
  );
  app.post('/api/ring', { schema: { body: z.object({}).nullish() } }, async ({ body }) => ({ with: body ?? null }));
  app.get('/api/ip', async ({ ip }) => ({ ip }));
  app.get('/api/broken', async () => {
    throw new Error('connect ECONNREFUSED postgres://me:secret@db');
  });
  app.get('/api/slow', { handlerTimeout: 20 }, () => new Promise(() => undefined));
  opened.push(app);
  return app;
}

let app: Http;
beforeAll(async () => {
  app = await open();
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const json = { 'content-type': 'application/json' };

it.each([
  ['a body that is not JSON', { payload: '{"text":', headers: json }, 400, 'not-json'],
  ['a body that poisons a prototype', { payload: '{"text":"a","__proto__":{"b":1}}', headers: json }, 400, 'not-json'],
  ['no body', { headers: json }, 400, 'bad-request'],
  ['an empty body', { payload: '', headers: json }, 400, 'bad-request'],
  ['a list for an object', { payload: '[]', headers: json }, 400, 'bad-request'],
  [
    'a length that cannot be compared',
    { payload: '{"text":{"length":{"toString":null}}}', headers: json },
    400,
    'bad-request',
  ],
  ['a number for a text', { payload: '{"text":5}', headers: json }, 400, 'bad-request'],
  [
    'another content type',
    { payload: 'text=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'unsupported-type',
  ],
  ['plain text', { payload: 'a', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-type'],
  ['100 kB', { payload: `{"text":"${'a'.repeat(100_000)}"}`, headers: json }, 413, 'too-large'],
])('answers %s in its own form', async (_what, request, status, code) => {
  const answer = await app.inject({ method: 'POST', url: '/api/echo/a', ...request });
  expect([answer.statusCode, answer.json()]).toEqual([
    status,
    { error: { code, message: expect.stringMatching(/[。]$/) } },
  ]);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
});

it('says in the schema’s own words what is wrong', async () => {
  const answer = await app.inject({ method: 'POST', url: '/api/echo/a', payload: { text: 5 } });
  expect(answer.json()).toEqual({ error: { code: 'bad-request', message: 'text 要是一段文字。' } });
});

it.each([
  ['GET', '/nothing', 404, 'not-found', undefined],
  ['POST', '/api/echo', 404, 'not-found', undefined],
  ['DELETE', '/api/echo/a', 405, 'method-not-allowed', 'POST'],
  ['PUT', '/api/ip?x=1', 405, 'method-not-allowed', 'GET, HEAD'],
  ['POST', '/api/echo/%E0%A4%A', 400, 'bad-url', undefined],
  ['POST', `/api/echo/${'a'.repeat(500)}`, 404, 'not-found', undefined],
] as const)('answers %s %s in its own form', async (method, url, status, code, allow) => {
  const answer = await app.inject({ method, url, payload: 'not even read', headers: { 'content-type': 'image/png' } });
  expect([answer.statusCode, answer.json().error.code, answer.headers.allow]).toEqual([status, code, allow]);
});

it('keeps to itself what broke', async () => {
  const answer = await app.inject('/api/broken');
  expect([answer.statusCode, answer.json().error.code]).toEqual([500, 'internal']);
  expect(answer.body).not.toMatch(/secret|ECONNREFUSED/);
});

it('gives up on a handler that takes too long', async () => {
  const answer = await app.inject('/api/slow');
  expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'busy']);
});

it('answers what is not HTTP at all', async () => {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.setEncoding('utf8').end('你好\r\n\r\n');
  let heard = '';
  socket.on('data', (part: string) => {
    heard += part;
  });
  await once(socket, 'close');
  expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(heard).toMatch(/\{"error":\{"code":"bad-request","message":"[^"]+。"\}\}$/);
});

it('closes as soon as the answer under way is out, though its client would keep the connection', async () => {
  const closing = await open();
  let finish: (() => void) | undefined;
  const started = new Promise<void>((resolve) => {
    closing.get(
      '/api/turn',
      () =>
        new Promise((answer) => {
          finish = () => answer({ ok: true });
          resolve();
        }),
    );
  });
  closing.addHook('preClose', async () => finish?.());
  await closing.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((closing.server.address() as AddressInfo).port, '127.0.0.1');
  socket.setEncoding('utf8').write('GET /api/turn HTTP/1.1\r\nhost: x\r\nconnection: keep-alive\r\n\r\n');
  await started;
  const closed = closing.close();
  const [answer] = await once(socket, 'data');
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*connection: close\r\n[\s\S]*\{"ok":true\}$/i);
  await closed;
});

it('closes though a browser opened a connection ahead and never used it', async () => {
  const closing = await open();
  await closing.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((closing.server.address() as AddressInfo).port, '127.0.0.1');
  await Promise.all([once(closing.server, 'connection'), once(socket, 'connect')]);
  const gone = once(socket, 'close');
  await closing.close();
  await gone;
});

it('tells that it lives and that it is ready', async () => {
  expect((await app.inject('/healthz')).json()).toEqual({ ok: true });
  const ready = await app.inject('/readyz');
  expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true, encoder: 'ok' }]);
});

it('tells why it is not ready', async () => {
  const starting = await open({ readiness: async () => ({ ready: false, why: '正在读条目' }) });
  const answer = await starting.inject('/readyz');
  expect([answer.statusCode, answer.json()]).toEqual([503, { ready: false, why: '正在读条目' }]);
  expect((await starting.inject('/healthz')).statusCode).toBe(200);

  const lost = await open({ readiness: () => Promise.reject(new Error('postgres://me:secret@db')) });
  const broken = await lost.inject('/readyz');
  expect([broken.statusCode, broken.json().ready]).toEqual([503, false]);
  expect(broken.body).not.toContain('secret');
});

it('keeps pages to their own scripts, and frames to its own pages', async () => {
  const { headers } = await app.inject('/healthz');
  expect(headers['content-security-policy']).toBe(
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' blob:;connect-src 'self';" +
      "base-uri 'none';form-action 'none';frame-ancestors 'self'",
  );
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  expect(headers['x-content-type-options']).toBe('nosniff');
  // Over plain HTTP these would stop the page from loading its own files.
  expect(headers['strict-transport-security']).toBeUndefined();
  expect((await app.inject('/nothing')).headers['x-content-type-options']).toBe('nosniff');
});

it('asks for HTTPS where it is reached over HTTPS', async () => {
  const { headers } = await (await open({ publicUrl: 'https://beian.example.com' })).inject('/healthz');
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  expect(headers['strict-transport-security']).toMatch(/^max-age=/);
});

it('lets only the listed sites embed it and call it', async () => {
  const shared = await open({ widgetOrigins: ['https://a.example', 'https://b.example:8443'] });
  const from = (origin: string) => shared.inject({ url: '/api/ip', headers: { origin } });

  const { headers } = await from('https://a.example');
  expect(headers['access-control-allow-origin']).toBe('https://a.example');
  expect(headers.vary).toContain('Origin');
  expect(headers['content-security-policy']).toContain(
    "frame-ancestors 'self' https://a.example https://b.example:8443",
  );
  expect(headers['x-frame-options']).toBeUndefined();

  expect((await from('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
  expect((await from('null')).headers['access-control-allow-origin']).toBeUndefined();
  expect((await app.inject({ url: '/api/ip', headers: { origin: 'https://a.example' } })).headers).not.toHaveProperty(
    'access-control-allow-origin',
  );
});

it('answers a preflight of exactly the listed sites', async () => {
  const shared = await open({ widgetOrigins: ['https://a.example'] });
  const preflight = (origin: string) =>
    shared.inject({
      method: 'OPTIONS',
      url: '/api/echo/a',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });

  const allowed = await preflight('https://a.example');
  expect([allowed.statusCode, allowed.body]).toEqual([204, '']);
  expect(allowed.headers).toMatchObject({
    'access-control-allow-origin': 'https://a.example',
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
    'access-control-allow-headers': 'authorization, content-type, last-event-id',
  });
  expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();

  const refused = await preflight('https://evil.example');
  expect(refused.statusCode).toBe(405);
  expect(refused.headers['access-control-allow-origin']).toBeUndefined();
});

it.each([
  [false, '127.0.0.1'],
  [true, '203.0.113.9'],
  [1, '198.51.100.7'],
  [2, '203.0.113.9'],
  [['127.0.0.1'], '198.51.100.7'],
  [['10.0.0.0/8'], '127.0.0.1'],
] as const)('with trustProxy %j, believes that a request comes from %s', async (trustProxy, ip) => {
  const proxied = await open({ trustProxy });
  const answer = await proxied.inject({ url: '/api/ip', headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } });
  expect(answer.json()).toEqual({ ip });
});

it('describes its routes', async () => {
  const described = (await open({ publicUrl: 'https://beian.example.com' })).inject('/api/openapi.json');
  const { openapi, servers, paths } = (await described).json();
  expect([openapi, servers]).toEqual(['3.1.0', [{ url: 'https://beian.example.com' }]]);
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/healthz', '/readyz', '/api/echo/{name}']));
  expect(paths['/api/echo/{name}'].post).toMatchObject({ summary: '回声', requestBody: expect.anything() });
});

it('describes a body that may be left out as one that is not required', async () => {
  const { paths } = (await app.inject('/api/openapi.json')).json();
  expect(paths['/api/ring'].post.requestBody.required).toBe(false);
  expect(paths['/api/echo/{name}'].post.requestBody.required).toBe(true);
  for (const request of [{}, { payload: 'null', headers: json }, { payload: '{}', headers: json }, { headers: json }]) {
    expect((await app.inject({ method: 'POST', url: '/api/ring', ...request })).statusCode).toBe(200);
  }
});
