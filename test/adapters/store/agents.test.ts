import { describe, expect, it } from 'vitest';
import { ACT, AT, instances, later, newAgent, newSession, verified } from './agents-samples.ts';
import { opened, places } from './stores.ts';

describe.each(Object.entries(places))('agents in %s', (_name, place) => {
  it('get growing numbers and are found by id and by name', async () => {
    const { agents } = await opened(await place());
    const boss = await agents.add(newAgent('a', { name: '王芳', role: 'supervisor', mustChange: true }), ACT);
    const second = await agents.add(newAgent('b', { name: 'Li Qiang' }), ACT);
    expect(boss).toEqual({
      id: 'a',
      number: 1,
      name: '王芳',
      role: 'supervisor',
      createdAt: AT,
      disabledAt: null,
      mustChange: true,
      hasTotp: false,
    });
    expect(await agents.list()).toEqual([boss, { ...second, number: 2 }]);
    const known = { ...second, passwordHash: 'hash-of-b', totp: null, totpPending: null };
    expect(await agents.byId('b')).toEqual(known);
    for (const name of ['Li Qiang', 'li qiang', ' ＬＩ　ＱＩＡＮＧ ']) expect(await agents.byName(name)).toEqual(known);
    expect(await agents.byName('Li')).toBeUndefined();
    expect(await agents.byName('\0')).toBeUndefined();
    expect(await agents.byId('c')).toBeUndefined();
  });

  it('have names of their own, whatever the case and width', async () => {
    const { agents, audit } = await opened(await place());
    await agents.add(newAgent('a', { name: 'Wang' }), ACT);
    await agents.change('a', { disabled: true }, ACT);
    expect(await agents.add(newAgent('b', { name: 'ＷＡＮＧ' }), ACT)).toBeUndefined();
    expect(await agents.list()).toHaveLength(1);
    expect((await audit.entries({ limit: 9 })).map(({ what }) => what)).toEqual(['agent-disabled', 'agent-added']);
  });

  it('that come at the same moment get different numbers, and one name once', async () => {
    const stores = await instances(await place());
    const added = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        stores[at % 2]?.agents.add(newAgent(`agent-${at}`, { name: at < 4 ? '同名' : `agent-${at}` }), ACT),
      ),
    );
    const numbers = added.flatMap((agent) => (agent ? [agent.number] : [])).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('change role and are disabled and enabled, each logged once', async () => {
    const { agents, audit } = await opened(await place());
    await agents.add(newAgent('a', { role: 'supervisor' }), ACT);
    const b = await agents.add(newAgent('b'), ACT);
    const act = { at: later(1), by: 'a' };
    expect(await agents.change('b', { role: 'editor' }, act)).toEqual({ ...b, role: 'editor' });
    expect(await agents.change('b', { disabled: true }, act)).toMatchObject({ disabledAt: later(1) });
    expect(await agents.change('b', { disabled: true }, { ...act, at: later(2) })).toMatchObject({
      disabledAt: later(1),
    });
    expect(await agents.change('b', { role: 'agent', disabled: false }, act)).toEqual(b);
    expect(await agents.change('b', {}, act)).toEqual(b);
    expect(await agents.change('nobody', { disabled: true }, act)).toBe('unknown');
    const log = (await audit.entries({ limit: 20 })).toReversed().slice(2);
    expect(log.map(({ who, what, detail }) => [who, what, detail])).toEqual([
      ['a', 'agent-role', { agent: 'b', from: 'agent', to: 'editor' }],
      ['a', 'agent-disabled', { agent: 'b' }],
      ['a', 'agent-role', { agent: 'b', from: 'editor', to: 'agent' }],
      ['a', 'agent-enabled', { agent: 'b' }],
    ]);
  });

  it('always have an enabled supervisor, once there was one', async () => {
    const [one, other] = await instances(await place());
    await one.agents.add(newAgent('a', { role: 'supervisor' }), ACT);
    expect(await one.agents.change('a', { disabled: true }, ACT)).toBe('last-supervisor');
    expect(await one.agents.change('a', { role: 'agent' }, ACT)).toBe('last-supervisor');
    await one.agents.add(newAgent('b', { role: 'supervisor' }), ACT);
    const results = await Promise.all([
      one.agents.change('a', { disabled: true }, ACT),
      other.agents.change('b', { role: 'agent' }, ACT),
    ]);
    expect(results.filter((result) => result === 'last-supervisor')).toHaveLength(1);
  });

  it('are reset: another password that they must change, no code, no session', async () => {
    const { agents, sessions } = await opened(await place());
    await agents.add(newAgent('a'), ACT);
    await agents.offerTotp('a', 'sealed');
    await agents.confirmTotp('a', 'sealed', 7, AT);
    await sessions.open(newSession('a'), verified('a', { totp: 'sealed', step: 8 }));
    expect(await agents.resetPassword('a', 'other', ACT)).toBe(true);
    expect(await agents.byId('a')).toMatchObject({ passwordHash: 'other', mustChange: true, totp: null });
    expect(await sessions.find('token-of-a', { at: AT, idleSince: later(-1) })).toBeUndefined();
    expect(await agents.resetPassword('nobody', 'other', ACT)).toBe(false);
  });

  it('change the password that was compared, and no other', async () => {
    const { agents, sessions } = await opened(await place());
    await agents.add(newAgent('a', { mustChange: true }), ACT);
    await sessions.open(newSession('a'), verified('a'));
    const next = newSession('a', { tokenHash: 'next' });
    expect(await agents.changePassword({ from: 'stale', to: 'other' }, next)).toBe(false);
    expect(await agents.changePassword({ from: 'hash-of-a', to: 'other' }, next)).toBe(true);
    expect(await agents.byId('a')).toMatchObject({ passwordHash: 'other', mustChange: false });
    const now = { at: AT, idleSince: later(-1) };
    expect(await sessions.find('token-of-a', now)).toBeUndefined();
    expect((await sessions.find('next', now))?.agent.id).toBe('a');
  });

  it('confirm the secret that was offered last, once, and remove it', async () => {
    const { agents } = await opened(await place());
    await agents.add(newAgent('a'), ACT);
    expect(await agents.confirmTotp('a', 'first', 1, AT)).toBe(false);
    expect(await agents.offerTotp('a', 'first')).toBe(true);
    expect(await agents.offerTotp('a', 'second')).toBe(true);
    expect(await agents.confirmTotp('a', 'first', 1, AT)).toBe(false);
    expect(await agents.byId('a')).toMatchObject({ totp: null, totpPending: 'second', hasTotp: false });
    expect(await agents.confirmTotp('a', 'second', 1, AT)).toBe(true);
    expect(await agents.byId('a')).toMatchObject({ totp: 'second', totpPending: null, hasTotp: true });
    expect(await agents.offerTotp('a', 'third')).toBe(false);
    expect(await agents.removeTotp('a', AT)).toBe(true);
    expect(await agents.removeTotp('a', AT)).toBe(false);
    expect(await agents.byId('a')).toMatchObject({ totp: null, hasTotp: false });
  });
});
