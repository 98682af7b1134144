import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '../../src/adapters/console/passwords.ts';
import { newTalk, turnOf } from '../adapters/store/samples.ts';
import { agentAt } from './instances/agent-at.ts';
import { expectKept } from './instances/expect-kept.ts';
import { type TwoInstances, twoInstances } from './instances/two-instances.ts';
import { visitorOf } from './instances/visitor.ts';

const PASSWORD = 'orange-kettle-7-window';
/** Messages a minute for one talk, over both instances. */
const LIMIT = 40;
/** Milliseconds after which what another instance did must have been heard of. */
const SOON = { timeout: 10_000 };

let two: TwoInstances;
let instances: TwoInstances['instances'];
let service: TwoInstances['service'];
let store: TwoInstances['store'];

beforeAll(async () => {
  two = await twoInstances({ RATE_LIMIT: String(LIMIT) });
  ({ instances, service, store } = two);
}, 180_000);

afterAll(() => two?.close());

describe('two instances over one database', () => {
  it('talk with one person alternately, and as one', async () => {
    const visitor = await visitorOf(service, 0);
    expect((await visitor.say(1, '扫码进不去上传页面')).body.outcome).toMatchObject({ kind: 'answer', entry: 1 });
    expect((await visitor.say(0, '安卓的')).status).toBe(200);
    expect((await visitor.say(1, '谢谢')).status).toBe(200);
    const histories = await Promise.all([visitor.history(0), visitor.history(1)]);
    expect(histories[0]).toEqual(histories[1]);
    expectKept(histories[0] ?? [], visitor.said);
  });

  it('answer the same message at both at once the same, and keep it once', async () => {
    const visitor = await visitorOf(service, 1);
    const id = randomUUID();
    const [one, other] = await Promise.all(
      [0, 1].map((nth) => visitor.call(nth, 'POST', '/messages', { id, text: '营业执照怎么传' })),
    );
    expect([one?.status, one?.text]).toEqual([200, other?.text]);
    const history = await visitor.history(0);
    expect(history.filter(({ by }) => by === 'user')).toHaveLength(1);
  });

  it('take what is said at both at once one after the other', async () => {
    const visitor = await visitorOf(service, 0);
    const follow = visitor.follow(1);
    const words = Array.from({ length: 8 }, (_, nth) => `第 ${nth} 句：上传资料提示失败`);
    await Promise.all(words.map((text, nth) => visitor.say(nth, text)));
    const history = await visitor.history(1);
    const place = (text: string) => history.findIndex((line) => line.text === text);
    expectKept(
      history,
      [...visitor.said].sort((a, b) => place(a.text) - place(b.text)),
    );
    await expect.poll(() => follow.heard, SOON).toEqual(history.map(({ seq }) => seq));
    await follow.stop();
  });

  it('let an agent at one help a person at the other', async () => {
    const agent = await agentAt(1, '周', { service, store });
    const visitor = await visitorOf(service, 0);
    const follow = visitor.follow(0);
    await visitor.say(0, '转人工');
    await expect.poll(() => agent.latest(visitor.talk)?.state, SOON).toBe('ringing');
    expect((await agent.call(1, 'POST', `/talks/${visitor.talk}/claim`, {})).status).toBe(200);
    const said = await agent.call(1, 'POST', `/talks/${visitor.talk}/messages`, {
      id: 'a1',
      text: '您好，我来看一下。',
    });
    expect(said.status).toBe(200);
    const seq = said.body.messages.at(-1).seq;
    await expect.poll(() => follow.heard.at(-1), SOON).toBe(seq);
    await visitor.say(0, '好的');
    await expect.poll(() => agent.latest(visitor.talk)?.seq, SOON).toBe(seq + 1);
    await visitor.call(0, 'POST', '/typing');
    await expect
      .poll(() => agent.told.some(({ event, data }) => event === 'typing' && data.talk === visitor.talk), SOON)
      .toBe(true);
    await agent.call(0, 'POST', `/talks/${visitor.talk}/close`, { code: 'solved' });
    await Promise.all([follow.stop(), agent.listening.stop()]);
  });

  it('know who signed in at the other', async () => {
    const at = new Date().toISOString();
    const passwordHash = await hashPassword(PASSWORD);
    await store.agents.add({ id: 'wu', name: '吴', role: 'agent', passwordHash, mustChange: false }, { at, by: 'cli' });
    const signIn = (nth: number, password: string) =>
      service.ask(nth, 'POST', '/api/console/session', { body: { name: '吴', password } });
    const { status, body, headers } = await signIn(0, PASSWORD);
    expect(status).toBe(200);
    const cookie = headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const own = { cookie, 'x-csrf-token': body.csrf };
    expect((await service.ask(1, 'GET', '/api/console/presence', { headers: own })).status).toBe(200);
    expect((await service.ask(1, 'DELETE', '/api/console/session', { headers: own })).status).toBeLessThan(300);
    expect((await service.ask(0, 'GET', '/api/console/presence', { headers: own })).status).toBe(401);
    // Guesses at both at once are counted one by one: five are checked, and no more.
    const guesses = await Promise.all(Array.from({ length: 10 }, (_, nth) => signIn(nth, 'not the password')));
    expect(guesses.map((one) => one.status).sort()).toEqual([...Array(5).fill(401), ...Array(5).fill(429)]);
  });

  it('show each a picture that came to the other', async () => {
    const visitor = await visitorOf(service, 0);
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const picture = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#fff', noise } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.set('id', randomUUID());
    form.set('consent', 'yes');
    form.set('picture', new Blob([new Uint8Array(picture)], { type: 'image/png' }), '证件.png');
    expect((await visitor.call(0, 'POST', '/messages', form)).status).toBe(200);
    const [file] = (await visitor.history(1)).flatMap(({ files = [] }) => files);
    const shown = await Promise.all(
      (await Promise.all(instances.map(({ origin }) => origin))).map(async (origin) => {
        const answer = await fetch(`${origin}/api/talks/${visitor.talk}/files/${file?.id}`, {
          headers: visitor.headers,
        });
        return Buffer.from(await answer.arrayBuffer());
      }),
    );
    expect(shown.map((bytes) => bytes.equals(picture))).toEqual([true, true]);
  });

  it('count together how often somebody asks', async () => {
    const visitor = await visitorOf(service, 0);
    const typing = (nth: number) => visitor.call(nth, 'POST', '/typing');
    for (let nth = 0; nth < LIMIT; nth++) expect((await typing(nth)).status).toBe(200);
    expect([(await typing(0)).status, (await typing(1)).status]).toEqual([429, 429]);
  });

  it('go on as one where the other is killed: nothing is lost, nothing doubled, and what is due is done', {
    timeout: 60_000,
  }, async () => {
    const agent = await agentAt(0, '陈', { service, store });
    const held = await visitorOf(service, 0);
    await held.say(0, '转人工');
    expect((await agent.call(0, 'POST', `/talks/${held.talk}/claim`, {})).status).toBe(200);
    const visitors = await Promise.all([0, 1, 0, 1].map((nth) => visitorOf(service, nth)));
    const follows = visitors.map((visitor, nth) => visitor.follow(nth));
    let acknowledged = 0;
    let another: Promise<unknown> | undefined;
    const chatting = visitors.map(async (visitor, who) => {
      for (let nth = 0; nth < 8; nth++) {
        expect((await visitor.say(who + nth, `${who} 号第 ${nth} 句：人脸核验不一致`)).status).toBe(200);
        acknowledged += 1;
        if (acknowledged === 10) {
          await instances[0]?.kill();
          // The one that is gone led until then at the longest: five seconds more.
          const gone = new Date(Date.now() + 5_000).toISOString();
          another = vi.waitUntil(async () => ((await two.leadsUntil()) ?? '') > gone, { ...SOON, interval: 100 });
          another.catch(() => {});
        }
      }
    });
    await Promise.all(chatting);
    expect(instances.map(({ isAlive }) => isAlive)).toEqual([false, true]);

    for (const [nth, visitor] of visitors.entries()) {
      const history = await visitor.history(1);
      expectKept(history, visitor.said);
      await expect.poll(() => follows[nth]?.heard, SOON).toEqual(history.map(({ seq }) => seq));
    }
    expect(follows.filter(({ times }) => times > 1).length).toBeGreaterThanOrEqual(2);

    // The agent's console resumes, too, and what it is told is how things are.
    expect((await agent.call(1, 'POST', `/talks/${held.talk}/messages`, { id: 'a1', text: '还在吗？' })).status).toBe(
      200,
    );
    await held.say(1, '在的');
    const { seq } = (await held.history(1)).at(-1) ?? {};
    await expect.poll(() => agent.latest(held.talk)?.seq, SOON).toBe(seq);

    // Rounds are turned by the one that is left: it leads, rings, and sends what waits in the outbox.
    await store.open(newTalk('by-wechat', { talk: { channel: 'wechat', room: 'r', user: 'u' }, welcome: [] }));
    await store.commit(turnOf('by-wechat', 0));
    const waiting = await visitorOf(service, 1);
    await waiting.say(1, '转人工');
    await another;
    await expect.poll(() => agent.latest(waiting.talk)?.state, SOON).toBe('ringing');
    const tried = () =>
      store.db.selectFrom('outbox').select('tries').where('talk', '=', 'by-wechat').where('tries', '>', 0).execute();
    await expect.poll(async () => (await tried()).length, SOON).toBeGreaterThan(0);
    await Promise.all([agent.listening.stop(), ...follows.map((follow) => follow.stop())]);
  });
});
