import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { isOutdated } from '../../../src/adapters/console/passwords.ts';
import { attempt, browserOf, signIn } from './browser.ts';
import { NOW, openConsole, PASSWORD } from './desk.ts';

describe('signing in', () => {
  it('tells who one is, and gives a cookie that no script and no other site can use', async () => {
    const desk = await openConsole();
    const { id } = await desk.hire('王芳', 'supervisor');
    const answer = await attempt(desk, { name: '王芳' });
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        agent: { id, number: 1, name: '王芳', role: 'supervisor' },
        csrf: expect.stringMatching(/^[\w-]{43}$/),
        mustChange: false,
        totp: false,
      },
    ]);
    expect(answer.raw.headers['set-cookie']).toMatch(
      /^beian-agent=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.raw.headers['cache-control']).toBe('no-store');
    expect((await browserOf(desk, answer).call('GET', 'session')).body).toEqual(answer.body);
  });

  it('keeps the cookie to HTTPS where people come over it', async () => {
    const secure = async (options: Parameters<typeof openConsole>[0], headers = {}) => {
      const desk = await openConsole(options);
      await desk.hire('王芳');
      return String((await attempt(desk, { name: '王芳', headers })).raw.headers['set-cookie']).includes('; Secure');
    };
    const forwarded = { 'x-forwarded-proto': 'https' };
    expect(await secure({ publicUrl: 'https://beian.example.com' })).toBe(true);
    expect(await secure({ publicUrl: 'http://10.0.0.5' })).toBe(false);
    expect(await secure({ trustProxy: true }, forwarded)).toBe(true);
    expect(await secure({ trustProxy: false }, forwarded)).toBe(false);
  });

  it('keeps no token and no password', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const { cookie } = await signIn(desk, { name: '王芳' });
    const token = cookie.split('=')[1] ?? '';
    const { db } = desk.store;
    const rows = JSON.stringify([
      await db.selectFrom('agents').selectAll().execute(),
      await db.selectFrom('sessions').selectAll().execute(),
      await db.selectFrom('audit').selectAll().execute(),
    ]);
    expect(rows).toContain(createHash('sha256').update(token).digest('hex'));
    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(PASSWORD);
  });

  it('takes a name in any case and a password in any width', async () => {
    const desk = await openConsole();
    const { id } = await desk.hire('Wang Fang');
    const fullWidth = PASSWORD.replace(' ', '\u3000');
    expect((await signIn(desk, { name: ' ＷＡＮＧ fang', password: fullWidth })).agent.id).toBe(id);
  });

  it('refuses a wrong name, a wrong password and a disabled agent alike', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const gone = await desk.hire('李强');
    await desk.store.agents.change(gone.id, { disabled: true }, { at: NOW.toISOString(), by: 'cli' });
    const refusals = [
      await attempt(desk, { name: '没有这个人' }),
      await attempt(desk, { name: '王芳', password: 'wrong horse 9' }),
      await attempt(desk, { name: '李强' }),
      await attempt(desk, { name: '', password: '' }),
      await attempt(desk, { name: '\0', password: 'x'.repeat(9000) }),
    ].map(({ what, body, raw }) => ({ what, body, cookie: raw.headers['set-cookie'] }));
    expect(refusals[0]).toEqual({
      what: '401 wrong-credentials',
      body: { error: { code: 'wrong-credentials', message: expect.stringMatching(/不对，或者帐号已停用。$/) } },
      cookie: undefined,
    });
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
  });

  it.each([
    [{ name: '王芳' }, 'password'],
    [{ name: 5, password: 'x' }, 'name'],
    [{ name: '王芳', password: PASSWORD, code: 123456 }, 'code'],
    [[], 'JSON'],
  ])('says what is wrong with the body %j', async (payload, word) => {
    const { app } = await openConsole();
    const answer = await app.inject({ method: 'POST', url: '/api/console/session', payload });
    expect([answer.statusCode, answer.json().error]).toEqual([
      400,
      { code: 'bad-request', message: expect.stringContaining(word) },
    ]);
  });

  it('makes the hash anew where it was made at another cost', async () => {
    const desk = await openConsole();
    const { id } = await desk.hire('王芳');
    const passwordHash = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 });
    await desk.store.db.updateTable('agents').set({ password_hash: passwordHash }).execute();

    expect((await attempt(desk, { name: '王芳', password: 'wrong horse 9' })).status).toBe(401);
    expect((await desk.store.agents.byId(id))?.passwordHash).toBe(passwordHash);
    await signIn(desk, { name: '王芳' });
    expect(isOutdated((await desk.store.agents.byId(id))?.passwordHash ?? '')).toBe(false);
    await signIn(desk, { name: '王芳' });
  });

  it('lets one address try 60 times a minute', async () => {
    const { app } = await openConsole({ rateLimit: 30 });
    const again = { method: 'POST', url: '/api/console/session', payload: {} } as const;
    for (let time = 0; time < 60; time += 1) expect((await app.inject(again)).statusCode).toBe(400);
    const refused = await app.inject(again);
    expect(refused.statusCode).toBe(429);
    expect(refused.json().error).toEqual({ code: 'too-many', message: expect.stringMatching(/请等 \d+ 秒再试。$/) });
  });
});
