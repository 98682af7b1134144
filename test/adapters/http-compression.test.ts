import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttp, type Http } from '../../src/adapters/http.ts';
import { overWire } from '../wire.ts';

let app: Http;
afterEach(() => app.close());

const LONG = '扫码进不去上传页面。'.repeat(200);

/** A server with one route, and where it is. */
async function serving(add: (app: Http) => void): Promise<string> {
  const readiness = async () => ({ ready: true });
  app = await createHttp({ logLevel: 'silent', trustProxy: false, widgetOrigins: ['https://a.example'], readiness });
  add(app);
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/api/said`;
}

const saying = (text: string) => (app: Http) =>
  void app.get('/api/said', { schema: { response: { 200: z.object({ text: z.string() }) } } }, () => ({ text }));

it.each([
  ['br, gzip', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip;q=1, br;q=0', 'gzip'],
  ['identity', undefined],
  ['deflate', undefined],
])('presses a long answer for whoever accepts %s: %s', async (accept, encoding) => {
  const { headers, text, bytes } = await overWire(await serving(saying(LONG)), { accept });
  expect(headers['content-encoding']).toBe(encoding);
  expect(JSON.parse(text)).toEqual({ text: LONG });
  if (encoding === undefined) return;
  expect(bytes).toBeLessThan(300);
  // Beside what the answer already varied by.
  expect(headers.vary?.toLowerCase().split(', ').sort()).toEqual(['accept-encoding', 'origin']);
});

it('leaves a short answer as it is', async () => {
  const { headers, text } = await overWire(await serving(saying('好的')));
  expect([headers['content-encoding'], text]).toEqual([undefined, '{"text":"好的"}']);
});

it.each([['image/jpeg'], ['application/zip'], ['application/octet-stream'], ['text/event-stream']])(
  'leaves %s as it is',
  async (type) => {
    const url = await serving((app) => void app.get('/api/said', (_request, reply) => reply.type(type).send(LONG)));
    const { headers, bytes } = await overWire(url);
    expect([headers['content-encoding'], bytes]).toEqual([undefined, Buffer.byteLength(LONG)]);
  },
);

it('answers HEAD without a body', async () => {
  const { status, bytes } = await overWire(await serving(saying(LONG)), { method: 'HEAD' });
  expect([status, bytes]).toEqual([200, 0]);
});
