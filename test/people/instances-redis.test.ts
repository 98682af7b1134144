import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFoundation } from '../../src/cli/doctor/check-foundation.ts';
import { readConfig } from '../../src/config.ts';
import { hasRedis, type RedisServer, redisServer } from '../redis-server.ts';
import { agentAt } from './instances/agent-at.ts';
import { expectKept } from './instances/expect-kept.ts';
import { type TwoInstances, twoInstances } from './instances/two-instances.ts';
import { visitorOf } from './instances/visitor.ts';

/** Milliseconds after which what another instance did must have been heard of: well before it would look by itself. */
const SOON = { timeout: 10_000 };

describe.skipIf(!hasRedis)('two instances that hear of each other by Redis', () => {
  let redis: RedisServer;
  let two: TwoInstances;
  beforeAll(async () => {
    redis = await redisServer();
    await redis.start();
    two = await twoInstances({ REDIS_URL: redis.url });
  }, 180_000);
  afterAll(async () => {
    await two?.close();
    await redis?.kill();
  });

  /** What each says of itself. */
  const readiness = () => Promise.all([0, 1].map(async (nth) => (await two.service.ask(nth, 'GET', '/readyz')).body));
  const doctor = async () => {
    const checks = await checkFoundation(
      readConfig({ DATABASE_URL: 'postgres://none@127.0.0.1:9/none', REDIS_URL: redis.url }),
    );
    return checks.find(({ name }) => name === 'Redis');
  };

  it('let an agent at one follow, and be followed by, a person at the other', async () => {
    const { service, store } = two;
    const agent = await agentAt(1, '周', two);
    const visitor = await visitorOf(service, 0);
    const follow = visitor.follow(0);
    await visitor.say(0, '转人工');
    await expect.poll(() => agent.latest(visitor.talk)?.state, SOON).toBe('ringing');
    await agent.call(1, 'POST', `/talks/${visitor.talk}/claim`);
    const said = await agent.call(1, 'POST', `/talks/${visitor.talk}/messages`, { id: 'a1', text: '您好。' });
    await expect.poll(() => follow.heard.at(-1), SOON).toBe(said.body.messages.at(-1).seq);
    // The database carries none of it.
    const { rows } = await sql`select 1 from pg_stat_activity
      where application_name = 'beian-assistant news' and datname = current_database()`.execute(store.db);
    expect(rows).toEqual([]);
    expect(await readiness()).toEqual(Array(2).fill({ ready: true, encoder: 'ok', news: 'ok' }));
    await Promise.all([follow.stop(), agent.listening.stop()]);
  });

  it('answer all the same while Redis is gone, say so, and hear of each other again once it is back', {
    timeout: 60_000,
  }, async () => {
    const { service } = two;
    const agent = await agentAt(1, '陈', two);
    const visitors = await Promise.all([0, 1, 0, 1].map((nth) => visitorOf(service, nth)));
    // Each at the instance where its visitor speaks never.
    const follows = visitors.map((visitor, nth) => visitor.follow(nth + 1));
    let acknowledged = 0;
    await Promise.all(
      visitors.map(async (visitor, who) => {
        for (let nth = 0; nth < 6; nth++) {
          expect((await visitor.say(who, `${who} 号第 ${nth} 句：人脸核验不一致`)).status).toBe(200);
          acknowledged += 1;
          if (acknowledged === 8) await redis.kill();
        }
      }),
    );
    await expect.poll(readiness, SOON).toEqual(Array(2).fill({ ready: true, encoder: 'ok', news: 'missing' }));
    expect(await doctor()).toMatchObject({ ok: false, todo: expect.stringContaining('REDIS_URL') });
    for (const visitor of visitors) expectKept(await visitor.history(0), visitor.said);

    await redis.start();
    await expect.poll(readiness, SOON).toEqual(Array(2).fill({ ready: true, encoder: 'ok', news: 'ok' }));
    expect(await doctor()).toMatchObject({ ok: true, what: expect.stringMatching(/版本 \d/) });
    // What was missed is caught up with, and what nobody keeps arrives again.
    for (const [nth, visitor] of visitors.entries()) {
      const history = await visitor.history(nth);
      await expect.poll(() => follows[nth]?.heard, SOON).toEqual(history.map(({ seq }) => seq));
    }
    const [visitor] = visitors;
    await visitor?.say(0, '转人工');
    await expect.poll(() => agent.latest(visitor?.talk ?? '')?.state, SOON).toBe('ringing');
    await agent.call(1, 'POST', `/talks/${visitor?.talk}/claim`);
    await visitor?.call(0, 'POST', '/typing');
    await expect.poll(() => agent.told.some(({ event }) => event === 'typing'), SOON).toBe(true);
    for (const { printed } of two.instances) {
      expect(printed.match(/"type":"NewsError".*REDIS_URL/g)).toHaveLength(1);
      expect(printed.match(/news of other instances arrives again/g)).toHaveLength(1);
    }
    await Promise.all([agent.listening.stop(), ...follows.map((follow) => follow.stop())]);
  });
});
