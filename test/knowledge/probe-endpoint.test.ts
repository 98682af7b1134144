import { afterEach, expect, it } from 'vitest';
import { checkLanguageModel } from '../../src/cli/doctor/check-language-model.ts';
import type { ModelEndpoint } from '../../src/knowledge/language-model.ts';
import { type FakeModel, type Manner, openFakeModel, polite, saying } from './fake-model.ts';

let fake: FakeModel | undefined;
afterEach(() => fake?.close());

async function doctor(manner: Manner, limits: Partial<ModelEndpoint> = {}, models?: readonly string[]) {
  fake = await openFakeModel({ timeout: 2000, ...limits }, models);
  fake.behave(manner);
  const [check] = await checkLanguageModel({ languageModel: fake.endpoint });
  return check;
}

it('without a language model there is nothing to look at', async () => {
  expect(await checkLanguageModel({ languageModel: undefined })).toEqual([]);
});

it('a language model that does as it is asked is well, and nobody’s words were sent to find out', async () => {
  const check = await doctor(polite);
  expect(check).toMatchObject({ name: '语言模型', ok: true });
  expect(check?.what).toMatch(/^fake 答得上，用了 \d+ 毫秒（LLM_TIMEOUT 是 2000）。$/);
  expect(fake?.received.map((one) => one.split('\n')[1])).toEqual(['/v1/models', '/v1/chat/completions']);
});

it.each<[string, Manner, Partial<ModelEndpoint>, readonly string[], RegExp]>([
  ['is not there', polite, {}, ['big', 'small'], /没有 fake 这个模型，有的是：big、small/],
  ['wants another key', (_, response) => response.writeHead(401).end('{}'), {}, ['fake'], /（401）：密钥不对/],
  ['has another address', (_, response) => response.writeHead(404).end('{}'), {}, ['fake'], /（404）：地址.*不对/],
  ['has no quota left', (_, response) => response.writeHead(429).end('{}'), {}, ['fake'], /（429）：额度/],
  ['fails', (_, response) => response.writeHead(503).end('{}'), {}, ['fake'], /503/],
  ['says no JSON', saying('您好，我是通义千问。'), {}, ['fake'], /不是要求的 JSON/],
  [
    'is slower than a turn waits',
    (data, response) => setTimeout(() => polite(data, response), 60).unref(),
    { timeout: 50 },
    ['fake'],
    /超过 LLM_TIMEOUT（50）/,
  ],
])('a language model that %s is named, with what to do', async (_what, manner, limits, models, what) => {
  const check = await doctor(manner, limits, models);
  expect(check?.ok).toBe(false);
  expect(check?.what).toMatch(what);
  expect(check?.todo).toContain('请核对 LLM_BASE_URL');
});

it('a language model that cannot be reached is named', async () => {
  const endpoint = { baseUrl: 'http://127.0.0.1:9/v1', model: 'fake', apiKey: 'hush', timeout: 1000, budget: 1 };
  const [check] = await checkLanguageModel({ languageModel: endpoint });
  expect(check).toMatchObject({ ok: false, what: 'http://127.0.0.1:9/v1 连不上。' });
  expect(JSON.stringify(check)).not.toContain('hush');
});
