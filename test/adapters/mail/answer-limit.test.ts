import rateLimit from '@fastify/rate-limit';
import { expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../../src/adapters/http.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { answerRoute } from '../../../src/adapters/web/answer-page.ts';
import { opened, places } from '../store/stores.ts';

it('lets one address ask so often and no more', async () => {
  const store = await opened(await places.SQLite());
  const app = await createHttp({
    ...{ logLevel: 'silent', trustProxy: false, widgetOrigins: [] },
    readiness: async () => ({ ready: true }),
  });
  onTestFinished(() => app.close());
  const links = { publicUrl: 'https://beian.example.com', seal: vaultSeal(Buffer.alloc(32, 7)) };
  app.register(async (scope) => {
    await scope.register(rateLimit, { global: false });
    answerRoute(scope as typeof app, { store, rateLimit: 30 }, links);
  });
  const ask = async (remoteAddress: string) =>
    (await app.inject({ method: 'POST', url: '/api/answers/L-1', payload: { key: 'guess' }, remoteAddress }))
      .statusCode;
  const statuses: number[] = [];
  for (let guess = 0; guess < 61; guess++) statuses.push(await ask('192.0.2.1'));
  expect([statuses.filter((status) => status === 404).length, statuses.at(-1)]).toEqual([60, 429]);
  expect(await ask('192.0.2.2')).toBe(404);
});
