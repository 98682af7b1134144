import { describe, expect, it } from 'vitest';
import { ACT, AT, instances, later, newAgent, newSession, verified } from './agents-samples.ts';
import { opened, places } from './stores.ts';

/** As somebody asks who was seen within the last ten minutes. */
const now = (minutes = 0) => ({ at: later(minutes), idleSince: later(minutes - 10) });

describe.each(Object.entries(places))('sessions in %s', (_name, place) => {
  it('are found by the hash of their token until they end', async () => {
    const { agents, sessions } = await opened(await place());
    const agent = await agents.add(newAgent('a', { role: 'editor' }), ACT);
    expect(await sessions.open(newSession('a'), verified('a'))).toBe(true);
    expect(await sessions.find('token-of-a', now())).toEqual({
      tokenHash: 'token-of-a',
      csrf: 'csrf-of-a',
      seenAt: AT,
      agent,
    });
    expect(await sessions.find('token-of-b', now())).toBeUndefined();

    expect(await sessions.find('token-of-a', now(9.99))).toBeDefined();
    expect(await sessions.find('token-of-a', now(10))).toBeUndefined();
    await sessions.touch('token-of-a', later(55));
    expect(await sessions.find('token-of-a', now(59.99))).toMatchObject({ seenAt: later(55) });
    expect(await sessions.find('token-of-a', now(60))).toBeUndefined();
  });

  it('end by signing out, which is logged once', async () => {
    const { agents, sessions, audit } = await opened(await place());
    await agents.add(newAgent('a'), ACT);
    await sessions.open(newSession('a'), verified('a'));
    await sessions.open(newSession('a', { tokenHash: 'other' }), verified('a'));
    await sessions.end('token-of-a', { at: later(1), by: 'a' });
    await sessions.end('token-of-a', { at: later(1), by: 'a' });
    expect(await sessions.find('token-of-a', now())).toBeUndefined();
    expect(await sessions.find('other', now())).toBeDefined();
    const log = await audit.entries({ limit: 9 });
    expect(log.map(({ what }) => what)).toEqual(['sign-out', 'sign-in', 'sign-in', 'agent-added']);
  });

  it('do not open for what has changed since it was compared', async () => {
    const { agents, sessions, audit } = await opened(await place());
    await agents.add(newAgent('a'), ACT);
    expect(await sessions.open(newSession('a'), verified('a', { passwordHash: 'stale' }))).toBe(false);
    expect(await sessions.open(newSession('a'), verified('a', { totp: 'sealed', step: 1 }))).toBe(false);
    await agents.offerTotp('a', 'sealed');
    await agents.confirmTotp('a', 'sealed', 7, AT);
    expect(await sessions.open(newSession('a'), verified('a'))).toBe(false);
    for (const [step, opens] of [
      [7, false],
      [6, false],
      [8, true],
      [8, false],
    ] as const) {
      const session = newSession('a', { tokenHash: `step-${step}` });
      expect(await sessions.open(session, verified('a', { totp: 'sealed', step }))).toBe(opens);
    }
    await agents.change('a', { disabled: true }, ACT);
    expect(await sessions.open(newSession('a'), verified('a', { totp: 'sealed', step: 9 }))).toBe(false);
    expect(await sessions.open(newSession('nobody'), verified('nobody'))).toBe(false);
    expect((await audit.entries({ limit: 9 })).filter(({ what }) => what === 'sign-in')).toHaveLength(1);
  });

  it('open once for one code, on whatever instance', async () => {
    const stores = await instances(await place());
    await stores[0].agents.add(newAgent('a'), ACT);
    await stores[0].agents.offerTotp('a', 'sealed');
    await stores[0].agents.confirmTotp('a', 'sealed', 7, AT);
    const tries = Array.from({ length: 6 }, (_, at) =>
      stores[at % 2]?.sessions.open(
        newSession('a', { tokenHash: `token-${at}` }),
        verified('a', { totp: 'sealed', step: 8 }),
      ),
    );
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  it('never outlive a reset that comes at the same moment', async () => {
    const [one, other] = await instances(await place());
    for (let round = 0; round < 15; round += 1) {
      const id = `agent-${round}`;
      await one.agents.add(newAgent(id), ACT);
      await Promise.all([
        one.sessions.open(newSession(id), verified(id)),
        other.agents.resetPassword(id, 'other', ACT),
      ]);
    }
    expect(await one.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });

  it('opening one forgets the failures of that name, and the agent’s sessions that have ended', async () => {
    const { agents, sessions, failures, db } = await opened(await place());
    await agents.add(newAgent('a'), ACT);
    await sessions.open(newSession('a'), verified('a'));
    const failure = { agent: 'a', reason: 'password', locks: false, forgetUntil: later(-30) } as const;
    await failures.add({ ...failure, nameDigest: 'digest-of-a', at: later(1) });
    await failures.add({ ...failure, nameDigest: 'digest-of-b', at: later(2) });
    const next = newSession('a', { tokenHash: 'next', at: later(60), expiresAt: later(120) });
    await sessions.open(next, verified('a', { rehashed: 'made-anew' }));
    expect(await failures.latest('digest-of-a', 5)).toEqual([]);
    expect(await failures.latest('digest-of-b', 5)).toEqual([later(2)]);
    expect(await db.selectFrom('sessions').select('token_hash').execute()).toEqual([{ token_hash: 'next' }]);
    expect((await agents.byId('a'))?.passwordHash).toBe('made-anew');
  });
});

describe.each(Object.entries(places))('failed sign-ins in %s', (_name, place) => {
  it('are told newest first, and forgotten when asked or too old', async () => {
    const { failures, audit } = await opened(await place());
    const add = (nameDigest: string, minutes: number) =>
      failures.add({
        nameDigest,
        at: later(minutes),
        reason: 'password',
        locks: false,
        forgetUntil: later(minutes - 30),
      });
    for (const minutes of [2, 1, 3, 3]) await add('a', minutes);
    await add('b', 4);
    expect(await failures.latest('a', 3)).toEqual([later(3), later(3), later(2)]);
    await add('b', 32);
    expect(await failures.latest('a', 9)).toEqual([later(3), later(3)]);
    await failures.forget('b');
    expect(await failures.latest('b', 9)).toEqual([]);
    expect(await audit.entries({ limit: 9 })).toEqual([]);
  });
});
