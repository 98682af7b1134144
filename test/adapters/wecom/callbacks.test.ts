import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { seal } from '../../sim/crypto/sealed.ts';
import { signatureOf } from '../../sim/crypto/signature.ts';
import { seededRandom } from '../../sim/random.ts';
import { testSeed } from '../../sim/test-seed.ts';
import type { WecomHostile } from '../../sim/wecom/ctl.ts';
import { trainedKnowledge } from '../../trained.ts';
import { CORP, type KfDesk, openKfDesk } from './kf-desk.ts';

const LONG = 120_000;

let knowledge: Knowledge;
let kf: KfDesk;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
  kf = await openKfDesk(knowledge, { seed: 1 });
});
afterAll(async () => {
  await kf.close();
  await knowledge.close();
});

/** Nothing was noted, nothing was fetched. */
async function untouched(): Promise<void> {
  const kept = await kf.desk.store.db.selectFrom('vendor_memory').select('name').execute();
  expect(kept).toEqual([]);
  expect(kf.ctl.log).toEqual([]);
}

describe('a callback that is not WeCom’s', { timeout: LONG }, () => {
  it.each([
    'badSignature',
    'unsigned',
    'stale',
    'wrongReceiver',
    'wrongKey',
    'tampered',
    'badPadding',
    'doctype',
    'megabyte',
    'truncated',
    'plain',
  ] satisfies readonly WecomHostile[])('(%s) is refused without any effect', async (kind) => {
    const answer = await kf.ctl.hostile(kind);
    if (answer.is !== 'answered') throw new Error(`it was not answered but ${answer.is}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    await untouched();
  });

  it('of 3 000 mutated ones, none gets through', async () => {
    const random = seededRandom(testSeed());
    const now = Math.floor(kf.clock.now() / 1_000);
    const statuses = new Map<number, number>();
    for (let round = 0; round < 3_000; round += 1) {
      const plain = `<xml><Event><![CDATA[kf_msg_or_event]]></Event><Token>T${random.id(8)}</Token><OpenKfId>wk${random.id(4)}</OpenKfId></xml>`;
      const sealed = seal(CORP.aesKey, plain, CORP.corpId, Buffer.from(random.id(16)));
      const nonce = String(random.below(2 ** 31));
      const query = {
        msg_signature: signatureOf(CORP.token, String(now), nonce, sealed),
        timestamp: String(now),
        nonce,
      };
      const honest = {
        url: `/wecom?${new URLSearchParams(query)}`,
        payload: `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
      };
      const inUrl = random.below(3) === 0;
      const forged = inUrl
        ? { ...honest, url: `/wecom?${mutated(honest.url.slice(7), random)}` }
        : { ...honest, payload: mutated(honest.payload, random, honest.payload.indexOf('[CDATA[') + 7) };
      const { statusCode } = await kf.desk.app.inject({
        ...{ method: 'POST', headers: { 'content-type': 'text/xml' } },
        ...forged,
      });
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
    expect([...statuses.keys()].every((status) => status >= 400 && status < 500)).toBe(true);
    await untouched();
  });
});

/** The same with one character another one, left out or doubled; from a place on, up to the envelope's end. */
function mutated(text: string, random: ReturnType<typeof seededRandom>, from = 0): string {
  const end = from > 0 ? text.indexOf(']]>') : text.length;
  for (;;) {
    const at = from + random.below(end - from);
    const other = 'abcdefghijklmnopqrstuvwxyz0123456789+/'[random.below(38)] ?? 'x';
    const how = random.below(3);
    const now =
      text.slice(0, at) + (how === 0 ? other : how === 1 ? '' : (text[at] ?? '') + other) + text.slice(at + 1);
    if (now !== text) return now;
  }
}
