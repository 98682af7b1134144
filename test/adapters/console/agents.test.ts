import { describe, expect, it } from 'vitest';
import { attempt, signIn } from './browser.ts';
import { NOW, openConsole } from './desk.ts';

/** A desk with one supervisor, who is signed in. */
async function supervised(options: Parameters<typeof openConsole>[0] = {}) {
  const desk = await openConsole(options);
  const boss = await desk.hire('王芳', 'supervisor');
  return { desk, boss, ...(await signIn(desk, { name: '王芳' })) };
}

describe('a supervisor', () => {
  it('adds people, who get numbers and a password that is shown once', async () => {
    const { call, boss } = await supervised();
    const added = await call('POST', 'agents', { name: '  李强 ', role: 'agent' });
    expect([added.status, added.body]).toEqual([
      201,
      {
        agent: {
          id: expect.stringMatching(/^[0-9a-f]{12}$/),
          number: 2,
          name: '李强',
          role: 'agent',
          disabled: false,
          mustChange: true,
          totp: false,
          createdAt: NOW.toISOString(),
        },
        password: expect.stringMatching(/^\w{4}-\w{4}-\w{4}-\w{4}$/),
      },
    ]);
    const { body } = await call('GET', 'agents');
    expect(body.agents).toEqual([expect.objectContaining({ id: boss.id, number: 1 }), added.body.agent]);
    expect(JSON.stringify(body)).not.toMatch(/argon2|password/);
  });

  it.each([
    [{ name: '李强' }, '400 bad-request', 'role'],
    [{ name: '李强', role: 'boss' }, '400 bad-request', 'supervisor'],
    [{ name: ' ', role: 'agent' }, '400 bad-request', '1 到 40 个字'],
    [{ name: '李'.repeat(41), role: 'agent' }, '400 bad-request', '1 到 40 个字'],
    [{ name: '李\u202e强', role: 'agent' }, '400 bad-request', '看不见'],
    [{ name: '王芳', role: 'agent' }, '409 name-taken', '已经有人叫'],
  ])('is told what is wrong with %j', async (person, expected, why) => {
    const { call } = await supervised();
    const { what, body } = await call('POST', 'agents', person);
    expect([what, body.error.message]).toEqual([expected, expect.stringContaining(why)]);
  });

  it('changes roles, which counts at once', async () => {
    const { desk, call } = await supervised();
    const { id } = await desk.hire('李强');
    const other = await signIn(desk, { name: '李强' });
    expect((await other.call('GET', 'agents')).what).toBe('403 forbidden');
    expect((await call('PATCH', `agents/${id}`, { role: 'supervisor' })).body.agent.role).toBe('supervisor');
    expect((await other.call('GET', 'agents')).what).toBe('200');
    expect((await call('PATCH', `agents/${id}`, { role: 'editor' })).body.agent.role).toBe('editor');
    expect((await other.call('GET', 'agents')).what).toBe('403 forbidden');
  });

  it('disables: sessions end, conversations are handed on, and the number stays theirs', async () => {
    const { desk, call } = await supervised();
    const { id } = await desk.hire('李强');
    const other = await signIn(desk, { name: '李强' });
    const disabled = await call('PATCH', `agents/${id}`, { disabled: true });
    expect([disabled.status, disabled.body.agent.disabled]).toEqual([200, true]);
    expect(desk.handedOn).toEqual([id]);
    expect((await other.call('GET', 'session')).what).toBe('401 unauthorized');
    expect((await attempt(desk, { name: '李强' })).status).toBe(401);
    expect((await call('POST', 'agents', { name: '李强', role: 'agent' })).what).toBe('409 name-taken');
    expect((await desk.hire('赵敏')).number).toBe(3);

    expect((await call('PATCH', `agents/${id}`, { disabled: false })).body.agent.disabled).toBe(false);
    expect((await signIn(desk, { name: '李强' })).agent.number).toBe(2);
    expect(desk.handedOn).toEqual([id]);
  });

  it('is told when conversations could not be handed on, and can disable again until they are', async () => {
    const asked: string[] = [];
    const { desk, call } = await supervised({
      async handOn(agent) {
        asked.push(agent);
        if (asked.length === 1) throw new Error('the database is away');
      },
    });
    const { id } = await desk.hire('李强');
    const failed = await call('PATCH', `agents/${id}`, { disabled: true });
    expect([failed.what, failed.body.error.message]).toEqual([
      '503 not-handed-on',
      expect.stringContaining('请再停用一次'),
    ]);
    expect((await desk.store.agents.byId(id))?.disabledAt).not.toBeNull();
    expect((await call('PATCH', `agents/${id}`, { disabled: true })).what).toBe('200');
    expect(asked).toEqual([id, id]);
  });

  it.each([{ disabled: true }, { role: 'agent' }, { role: 'editor', disabled: false }])(
    'cannot leave the desk without one by %j',
    async (change) => {
      const { desk, call, boss } = await supervised();
      const off = await desk.hire('李强', 'supervisor');
      await call('PATCH', `agents/${off.id}`, { disabled: true });
      const { what, body } = await call('PATCH', `agents/${boss.id}`, change);
      expect([what, body.error.message]).toEqual(['409 last-supervisor', expect.stringContaining('最后一位')]);
      expect((await call('GET', 'agents')).what).toBe('200');

      await call('PATCH', `agents/${off.id}`, { disabled: false });
      expect((await call('PATCH', `agents/${boss.id}`, change)).what).toBe('200');
    },
  );

  it('resets: a new one-time password, no code, no lock, no session', async () => {
    const { desk, call } = await supervised();
    const { id } = await desk.hire('李强');
    const other = await signIn(desk, { name: '李强' });
    const { secret } = (await other.call('POST', 'totp')).body;
    await desk.store.agents.confirmTotp(
      id,
      (await desk.store.agents.byId(id))?.totpPending ?? '',
      1,
      NOW.toISOString(),
    );
    expect(secret).toBeDefined();
    for (let time = 0; time < 5; time += 1) await attempt(desk, { name: '李强', password: 'wrong horse 9' });
    expect((await attempt(desk, { name: '李强' })).what).toBe('429 locked');

    const { status, body } = await call('POST', `agents/${id}/reset`);
    expect([status, body.agent]).toEqual([200, expect.objectContaining({ id, mustChange: true, totp: false })]);
    expect((await other.call('GET', 'session')).what).toBe('401 unauthorized');
    expect((await attempt(desk, { name: '李强' })).status).toBe(401);
    const answer = await attempt(desk, { name: '李强', password: body.password });
    expect([answer.status, answer.body.mustChange]).toEqual([200, true]);
  });

  it('is told that nobody has an id', async () => {
    const { call } = await supervised();
    expect((await call('PATCH', 'agents/nobody', { role: 'agent' })).what).toBe('404 not-found');
    expect((await call('POST', 'agents/nobody/reset')).what).toBe('404 not-found');
    expect((await call('PATCH', 'agents/nobody', {})).what).toBe('400 bad-request');
  });
});

it.each(['agent', 'editor'] as const)(
  'what supervisors do is refused to an %s, before the body is read',
  async (role) => {
    const desk = await openConsole();
    const { id } = await desk.hire('李强', role);
    const { call } = await signIn(desk, { name: '李强' });
    for (const [method, path] of [
      ['GET', 'agents'],
      ['POST', 'agents'],
      ['PATCH', `agents/${id}`],
      ['POST', `agents/${id}/reset`],
      ['GET', 'audit'],
    ] as const) {
      const { what, body } = await call(method, path);
      expect([method, path, what, body.error.message]).toEqual([
        method,
        path,
        '403 forbidden',
        '这件事只有主管可以做。',
      ]);
    }
  },
);
