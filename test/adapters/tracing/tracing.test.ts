import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../../src/adapters/http.ts';
import { openTracing } from '../../../src/adapters/tracing/open-tracing.ts';
import { outcome } from '../../../src/bot/message.ts';
import type { Receive } from '../../../src/bot/ports.ts';

interface Told {
  readonly name: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
  readonly status: { readonly code?: number };
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

const SECRET = '我的手机是 13911112222';

it('tells a collector of each request, its turn, its decision, its store, and what is sent: no words of anybody', async () => {
  let received = '';
  const collector = createServer(async (request, response) => {
    for await (const chunk of request) received += chunk;
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  onTestFinished(() => void collector.close());
  const tracing = openTracing(`http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
  const { watch } = tracing;
  const receive: Receive = tracing.turns(async (message) => {
    if (message.text === '坏') throw new Error(SECRET);
    watch.heard?.(2);
    await new Promise((resolve) => setImmediate(resolve));
    watch.decided?.({ encoder: 'asked', ms: 5, encoderMs: 3 });
    const answered = { messages: [], outcome: outcome('answer', { entry: 8 }) };
    const ms = { waiting: 1, reading: 2, answering: 8, storing: 4 };
    watch.turn?.({ talk: 'talk-1', message, outcome: answered.outcome, ms });
    return answered;
  });
  const app = await createHttp({
    ...{ logLevel: 'silent', trustProxy: false, widgetOrigins: [], readiness: async () => ({ ready: true }) },
  });
  tracing.requests(app);
  app.post<{ Body: { readonly text: string } }>('/say/:talk', async ({ body }) => {
    const talk = { channel: 'web', room: 'r', user: 'u' } as const;
    return receive({ id: 'm', at: '2026-03-02T06:00:00.000Z', talk, text: body.text });
  });
  const traceparent = '00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-01';
  const said = { method: 'POST', url: '/say/13911112222', headers: { traceparent } } as const;
  expect((await app.inject({ ...said, payload: { text: SECRET } })).statusCode).toBe(200);
  expect((await app.inject({ ...said, payload: { text: '坏' } })).statusCode).toBe(500);
  await app.inject('/healthz');
  watch.sent?.({ channel: 'wechat', result: 'network', ms: 7 });
  await app.close();
  await tracing.close();

  const spans: readonly Told[] = JSON.parse(received).resourceSpans.flatMap(
    ({ scopeSpans }: { scopeSpans: readonly { spans: readonly Told[] }[] }) => scopeSpans.flatMap((one) => one.spans),
  );
  const path = (span: Told): string => {
    const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
    return parent ? `${path(parent)} > ${span.name}` : span.name;
  };
  const turn = 'POST /say/:talk > turn';
  expect(spans.map(path).toSorted()).toEqual(
    [
      ...['POST /say/:talk', turn, 'POST /say/:talk', turn, 'send'],
      ...['hearing', 'decision', 'encoder', 'waiting', 'reading', 'answering', 'storing'].map(
        (part) => `${turn} > ${part}`,
      ),
    ].toSorted(),
  );
  expect(received).not.toMatch(/手机|1391111|aaaaaaaa/);
  const [storing] = spans.filter(({ name }) => name === 'storing');
  expect(Number(BigInt(storing?.endTimeUnixNano ?? 0) - BigInt(storing?.startTimeUnixNano ?? 0)) / 1e6).toBeCloseTo(
    4,
    3,
  );
  expect(
    spans
      .filter(({ status }) => status.code === 2)
      .map(path)
      .toSorted(),
  ).toEqual(['POST /say/:talk', turn, 'send']);
});
