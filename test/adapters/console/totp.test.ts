import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newSecret, otpauthUri, stepOfCode } from '../../../src/adapters/console/totp.ts';
import { attempt, type Browser, signIn } from './browser.ts';
import { type Console, NOW, openConsole, PASSWORD, seal } from './desk.ts';

const STEP = 30_000;

/** What an authenticator app shows, so many steps from now. */
function codeOf(secret: string, now: number, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * STEP });
}

/** A desk with somebody who has an authenticator app, at the beginning of a step. */
async function enrolled(): Promise<{
  desk: Console;
  browser: Browser;
  secret: string;
  pass(steps: number): void;
  code(steps?: number): string;
}> {
  const desk = await openConsole();
  await desk.hire('王芳');
  const browser = await signIn(desk, { name: '王芳' });
  const { secret } = (await browser.call('POST', 'totp')).body;
  let now = NOW.getTime();
  expect((await browser.call('PUT', 'totp', { code: codeOf(secret, now) })).body).toEqual({ totp: true });
  return {
    desk,
    browser,
    secret,
    pass(steps) {
      now += steps * STEP;
      desk.pass(steps * STEP);
    },
    code: (steps = 0) => codeOf(secret, now, steps),
  };
}

describe('one-time codes', () => {
  it('begin with a secret for the app, which is kept sealed and asked for only once it is confirmed', async () => {
    const desk = await openConsole();
    const { id } = await desk.hire('王芳');
    const { call } = await signIn(desk, { name: '王芳' });
    const offer = await call('POST', 'totp');
    const { secret, uri } = offer.body;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(Object.fromEntries(new URL(uri).searchParams)).toEqual({
      issuer: '备案助手',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
    expect(decodeURIComponent(new URL(uri).pathname)).toContain('王芳');

    expect((await call('PUT', 'totp', { code: '000000' })).what).toBe('400 wrong-code');
    await signIn(desk, { name: '王芳' });
    expect((await call('GET', 'session')).body.totp).toBe(false);
    await call('PUT', 'totp', { code: codeOf(secret, NOW.getTime()) });
    expect((await call('GET', 'session')).body.totp).toBe(true);
    const kept = (await desk.store.agents.byId(id))?.totp ?? '';
    expect(kept).not.toContain(secret);
    expect(seal.open(kept)).toBe(secret);
  });

  it('are asked for when the password is right, and only then', async () => {
    const { desk, pass, code } = await enrolled();
    pass(1);
    const missing = await attempt(desk, { name: '王芳' });
    expect([missing.what, missing.body.error.message]).toEqual([
      '401 totp-needed',
      expect.stringContaining('6 位动态码'),
    ]);
    expect((await attempt(desk, { name: '王芳', code: '' })).what).toBe('401 totp-needed');
    expect((await attempt(desk, { name: '王芳', password: 'wrong horse 9' })).what).toBe('401 wrong-credentials');
    expect((await attempt(desk, { name: '王芳', password: 'wrong horse 9', code: code() })).what).toBe(
      '401 wrong-credentials',
    );
    expect((await signIn(desk, { name: '王芳', code: code() })).agent.name).toBe('王芳');
  });

  it('count once, the one that confirmed them included, and none from before the last', async () => {
    const { desk, pass, code } = await enrolled();
    const used = code();
    expect((await attempt(desk, { name: '王芳', code: used })).what).toBe('401 wrong-credentials');
    pass(2);
    const before = code(-1);
    await signIn(desk, { name: '王芳', code: code() });
    expect((await attempt(desk, { name: '王芳', code: code() })).what).toBe('401 wrong-credentials');
    expect((await attempt(desk, { name: '王芳', code: before })).what).toBe('401 wrong-credentials');
    pass(1);
    await signIn(desk, { name: '王芳', code: code() });
  });

  it('at the same moment count once', async () => {
    const { desk, pass, code } = await enrolled();
    pass(1);
    const tries = [1, 2, 3].map(() => attempt(desk, { name: '王芳', code: code() }));
    expect((await Promise.all(tries)).map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('may be one step early or late, and typed with spaces or full width', async () => {
    const { desk, pass, code } = await enrolled();
    pass(10);
    expect((await attempt(desk, { name: '王芳', code: code(-2) })).status).toBe(401);
    expect((await attempt(desk, { name: '王芳', code: code(2) })).status).toBe(401);
    await signIn(desk, { name: '王芳', code: code(-1).replace(/^.../, '$& ') });
    await signIn(desk, { name: '王芳', code: wide(code()) });
    await signIn(desk, { name: '王芳', code: code(1) });
  });

  it('that are wrong lock the name, as wrong passwords do', async () => {
    const { desk, pass, code } = await enrolled();
    pass(1);
    for (const wrong of ['1', 'abcdef', '१२३४५६', '1234567', code(5)]) {
      const { what } = await attempt(desk, { name: '王芳', code: wrong });
      expect([wrong, what]).toEqual([wrong, '401 wrong-credentials']);
    }
    expect((await attempt(desk, { name: '王芳', code: code() })).what).toBe('429 locked');
  });

  it('are removed with the password, and cannot be replaced without', async () => {
    const { desk, browser } = await enrolled();
    expect((await browser.call('POST', 'totp')).what).toBe('409 totp-on');
    expect((await browser.call('PUT', 'totp', { code: '000000' })).what).toBe('409 totp-not-begun');
    expect((await browser.call('DELETE', 'totp', { password: 'wrong horse 9' })).what).toBe('403 wrong-password');
    expect((await browser.call('DELETE', 'totp', { password: PASSWORD })).body).toEqual({ totp: false });
    await signIn(desk, { name: '王芳' });
    const log = (await desk.store.audit.entries({ limit: 20 })).map(({ what }) => what);
    expect(log.toReversed()).toEqual(['agent-added', 'sign-in', 'totp-on', 'sign-in-failed', 'totp-off', 'sign-in']);
  });
});

function wide(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code of second %i is that of RFC 6238, appendix B', (seconds, code) => {
  const secret = Secret.fromLatin1('12345678901234567890').base32;
  expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

it('every secret is another one', () => {
  const secrets = Array.from({ length: 50 }, newSecret);
  expect(new Set(secrets).size).toBe(50);
  expect(otpauthUri(secrets[0] ?? '', 'a:b/c?d')).toContain(':a%3Ab%2Fc%3Fd?');
});
