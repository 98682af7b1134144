import { describe, expect, it } from 'vitest';
import { oneTimePassword } from '../../../src/adapters/console/one-time-password.ts';
import { passwordProblem } from '../../../src/adapters/console/password-problem.ts';
import { hashPassword, isOutdated, isPassword, NOBODYS } from '../../../src/adapters/console/passwords.ts';
import { attempt, browserOf, signIn } from './browser.ts';
import { openConsole, PASSWORD } from './desk.ts';

const OTHER = 'Tr0ub4dor & 三只羊';

describe('changing the password', () => {
  it('signs out everywhere, and gives this browser a new session', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const [here, there] = [await signIn(desk, { name: '王芳' }), await signIn(desk, { name: '王芳' })];
    const changed = await here.call('POST', 'password', { old: PASSWORD, new: OTHER });
    const renewed = browserOf(desk, changed);
    expect([changed.status, renewed.agent]).toEqual([200, here.agent]);
    expect(renewed.cookie).not.toBe(here.cookie);
    expect(renewed.csrf).not.toBe(here.csrf);
    expect((await renewed.call('GET', 'session')).what).toBe('200');
    expect((await here.call('GET', 'session')).what).toBe('401 unauthorized');
    expect((await there.call('GET', 'session')).what).toBe('401 unauthorized');
    expect((await attempt(desk, { name: '王芳' })).status).toBe(401);
    await signIn(desk, { name: '王芳', password: OTHER });
  });

  it('needs the present one; wrong ones lock the name', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    for (let time = 0; time < 5; time += 1) {
      expect((await call('POST', 'password', { old: 'wrong', new: OTHER })).what).toBe('403 wrong-password');
    }
    expect((await call('POST', 'password', { old: PASSWORD, new: OTHER })).what).toBe('429 locked');
    expect((await attempt(desk, { name: '王芳' })).what).toBe('429 locked');
  });

  it.each([
    ['short', '至少要 10 个'],
    ['密码'.repeat(101), '最多 200 个'],
    ['Admin@123456', '最先会试'],
    [PASSWORD, '和现在的一样'],
    ['王芳 2026', '至少要 10 个'],
  ])('refuses %s', async (chosen, why) => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    const { what, body } = await call('POST', 'password', { old: PASSWORD, new: chosen });
    expect([what, body.error.message]).toEqual(['400 weak-password', expect.stringContaining(why)]);
    await signIn(desk, { name: '王芳' });
  });

  it('happens once where it is asked for twice at the same moment', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const browsers = [await signIn(desk, { name: '王芳' }), await signIn(desk, { name: '王芳' })];
    const answers = await Promise.all(
      browsers.map(({ call }, at) => call('POST', 'password', { old: PASSWORD, new: `${OTHER} ${at}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('a password that somebody else gave', () => {
  it('opens nothing but its change, and signing out', async () => {
    const desk = await openConsole({
      routes(scope) {
        scope.get('/queue', async () => ({}));
      },
    });
    await desk.hire('王芳', 'supervisor');
    const supervisor = await signIn(desk, { name: '王芳' });
    const { body } = await supervisor.call('POST', 'agents', { name: '李强', role: 'supervisor' });
    const newcomer = await signIn(desk, { name: '李强', password: body.password });

    const who = await newcomer.call('GET', 'session');
    expect([who.body.mustChange, who.body.csrf]).toEqual([true, newcomer.csrf]);
    for (const [method, path] of [
      ['GET', 'queue'],
      ['GET', 'agents'],
      ['GET', 'audit'],
      ['POST', 'totp'],
    ] as const) {
      const { what, body: refusal } = await newcomer.call(method, path);
      expect([path, what]).toEqual([path, '403 password-change-needed']);
      expect(refusal.error.message).toContain('请先换成自己的');
    }
    const changed = await newcomer.call('POST', 'password', { old: body.password, new: OTHER });
    expect(changed.body.mustChange).toBe(false);
    expect((await browserOf(desk, changed).call('GET', 'queue')).what).toBe('200');
    expect((await browserOf(desk, changed).call('DELETE', 'session')).what).toBe('200');
  });
});

describe('passwords', () => {
  it('are told from others, and nobody has nobody’s', async () => {
    const hashed = await hashPassword(OTHER);
    expect(await isPassword(hashed, OTHER)).toBe(true);
    expect(await isPassword(hashed, `${OTHER} `)).toBe(false);
    expect(await isPassword(undefined, OTHER)).toBe(false);
    expect(await hashPassword(OTHER)).not.toBe(hashed);
  });

  it('are compared at the same cost whether somebody has that name or not', async () => {
    const cost = (hashed: string) => hashed.split('$').slice(0, 4);
    expect(cost(NOBODYS)).toEqual(cost(await hashPassword(OTHER)));
    expect(isOutdated(NOBODYS)).toBe(false);
    expect(isOutdated(NOBODYS.replace('t=2', 't=3'))).toBe(true);
    expect(isOutdated(NOBODYS.replace('$argon2id', '$argon2i'))).toBe(true);
  });

  it.each([
    '1234567890',
    'Password1234',
    'qwertyuiop',
    'a'.repeat(40),
    'ababababab',
    'WangFang-2026',
    'Ｐａｓｓｗｏｒｄ１２３',
  ])('like %s are refused', (password) => {
    expect(passwordProblem(password, 'wangfang')).toMatch(/请换一个。$/);
  });

  it.each([PASSWORD, OTHER, 'correct horse battery', '!@#$%^&*()', 'wangfang likes tea', oneTimePassword()])(
    'like %s are taken',
    (password) => {
      expect(passwordProblem(password, 'wangfang')).toBeUndefined();
      expect(passwordProblem(password, '。')).toBeUndefined();
    },
  );

  it('made by us are all different and easy to type', () => {
    const made = Array.from({ length: 200 }, oneTimePassword);
    expect(new Set(made).size).toBe(200);
    for (const one of made) expect(one).toMatch(/^([a-hj-kmnp-z2-9]{4}-){3}[a-hj-kmnp-z2-9]{4}$/);
  });
});
