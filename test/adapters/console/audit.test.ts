import { describe, expect, it } from 'vitest';
import { attempt, signIn } from './browser.ts';
import { NOW, openConsole, PASSWORD } from './desk.ts';

describe('the audit log', () => {
  it('tells what was done and by whom, in ids alone', async () => {
    const desk = await openConsole();
    const boss = await desk.hire('王芳', 'supervisor');
    const { call } = await signIn(desk, { name: '王芳' });
    const { agent } = (await call('POST', 'agents', { name: '李强', role: 'agent' })).body;
    await attempt(desk, { name: '李强', password: 'wrong horse 9' });
    await call('PATCH', `agents/${agent.id}`, { role: 'editor', disabled: true });
    await call('PATCH', `agents/${agent.id}`, { disabled: true });
    await call('PATCH', `agents/${agent.id}`, { disabled: false });
    await call('POST', `agents/${agent.id}/reset`);
    await call('POST', 'password', { old: PASSWORD, new: 'Tr0ub4dor & 三只羊' });
    const again = await signIn(desk, { name: '王芳', password: 'Tr0ub4dor & 三只羊' });
    await again.call('DELETE', 'session');
    const last = await signIn(desk, { name: '王芳', password: 'Tr0ub4dor & 三只羊' });

    const { entries } = (await last.call('GET', 'audit')).body;
    const [about, at] = [{ agent: agent.id }, NOW.toISOString()];
    const story = [
      ['cli', 'agent-added', { agent: boss.id, role: 'supervisor' }],
      [boss.id, 'sign-in', { totp: false }],
      [boss.id, 'agent-added', { ...about, role: 'agent' }],
      ['system', 'sign-in-failed', { ...about, reason: 'password' }],
      [boss.id, 'agent-role', { ...about, from: 'agent', to: 'editor' }],
      [boss.id, 'agent-disabled', about],
      [boss.id, 'agent-enabled', about],
      [boss.id, 'agent-reset', about],
      [boss.id, 'password-changed', {}],
      [boss.id, 'sign-in', { totp: false }],
      [boss.id, 'sign-out', {}],
      [boss.id, 'sign-in', { totp: false }],
    ].map(([who, what, detail], index) => ({ id: index + 1, at, who, what, talk: null, detail }));
    expect(entries.toReversed()).toEqual(story);
    expect(JSON.stringify(entries)).not.toMatch(/王芳|李强/);
  });

  it('is read page by page', async () => {
    const desk = await openConsole();
    await desk.hire('王芳', 'supervisor');
    const { call } = await signIn(desk, { name: '王芳' });
    for (let id = 3; id <= 120; id += 1) {
      await desk.store.audit.add({ at: NOW.toISOString(), who: 'system', what: 'transition', talk: `talk-${id}` });
    }
    const ids = async (query: string): Promise<number[]> =>
      (await call('GET', `audit${query}`)).body.entries.map(({ id }: { id: number }) => id);
    expect(await ids('')).toEqual(Array.from({ length: 50 }, (_, index) => 120 - index));
    expect(await ids('?before=71&limit=3')).toEqual([70, 69, 68]);
    expect(await ids('?limit=200')).toHaveLength(120);
    expect(await ids('?before=1')).toEqual([]);
    for (const query of ['?limit=0', '?limit=201', '?limit=x', '?before=-1', '?before=1e3']) {
      expect([query, (await call('GET', `audit${query}`)).what]).toEqual([query, '400 bad-request']);
    }
  });

  it('is narrowed to a person and to kinds of things done', async () => {
    const desk = await openConsole();
    const boss = await desk.hire('王芳', 'supervisor');
    const { call } = await signIn(desk, { name: '王芳' });
    const { agent } = (await call('POST', 'agents', { name: '李强', role: 'agent' })).body;
    await call('POST', `agents/${agent.id}/reset`);
    const kinds = async (query: string): Promise<string[]> =>
      (await call('GET', `audit?${query}`)).body.entries.map(({ what }: { what: string }) => what);
    expect(await kinds('who=cli')).toEqual(['agent-added']);
    expect(await kinds('what=agent-added')).toEqual(['agent-added', 'agent-added']);
    expect(await kinds(`who=${boss.id}&what=agent-reset,agent-added`)).toEqual(['agent-reset', 'agent-added']);
    expect(await kinds(`who=${boss.id}&what=agent-reset,agent-added&limit=1`)).toEqual(['agent-reset']);
    expect(await kinds('who=nobody')).toEqual([]);
    expect((await call('GET', 'audit?what=agent-added,nonsense')).what).toBe('400 bad-request');
  });

  it('cannot be written to or taken from', async () => {
    const desk = await openConsole();
    await desk.hire('王芳', 'supervisor');
    const { call } = await signIn(desk, { name: '王芳' });
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      expect((await call(method, 'audit')).what).toBe('405 method-not-allowed');
    }
  });
});
