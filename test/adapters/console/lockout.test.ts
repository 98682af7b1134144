import { describe, expect, it } from 'vitest';
import { lockedUntil } from '../../../src/adapters/console/lockout.ts';
import { opened, places } from '../store/stores.ts';
import { attempt, signIn } from './browser.ts';
import { type Console, HOUR, MINUTE, NOW, openConsole } from './desk.ts';

const WRONG = 'wrong horse 9';

/** So many failures of a name, one after the other; what each was answered. */
async function fail(desk: Console, name: string, times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let time = 0; time < times; time += 1) answers.push((await attempt(desk, { name, password: WRONG })).what);
  return answers;
}

const REFUSED = '401 wrong-credentials';
const LOCKED = '429 locked';

describe('five failures', () => {
  it('lock a name for 15 minutes, whatever is tried', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    expect(await fail(desk, '王芳', 6)).toEqual([...Array<string>(5).fill(REFUSED), LOCKED]);
    const locked = await attempt(desk, { name: ' 王芳 ' });
    expect([locked.what, locked.raw.headers['retry-after'], locked.body.error.message]).toEqual([
      LOCKED,
      '900',
      expect.stringContaining('15 分钟后再试'),
    ]);

    desk.pass(15 * MINUTE - 1);
    expect((await attempt(desk, { name: '王芳' })).raw.headers['retry-after']).toBe('1');
    desk.pass(1);
    await signIn(desk, { name: '王芳' });
  });

  it('after a lock take five more to lock again', async () => {
    const desk = await openConsole();
    await fail(desk, '王芳', 5);
    desk.pass(15 * MINUTE);
    expect(await fail(desk, '王芳', 6)).toEqual([...Array<string>(5).fill(REFUSED), LOCKED]);
  });

  it('lock names that nobody has just the same, and no others', async () => {
    const desk = await openConsole();
    await desk.hire('李强');
    await fail(desk, '没有这个人', 5);
    expect((await attempt(desk, { name: '没有这个人' })).what).toBe(LOCKED);
    await signIn(desk, { name: '李强' });
  });

  it('lock nothing when they lie further apart', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    for (let time = 0; time < 12; time += 1) {
      expect(await fail(desk, '王芳', 1)).toEqual([REFUSED]);
      desk.pass(4 * MINUTE);
    }
    await signIn(desk, { name: '王芳' });
  });

  it('count from the beginning after a success', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    await fail(desk, '王芳', 4);
    await signIn(desk, { name: '王芳' });
    expect(await fail(desk, '王芳', 5)).toEqual(Array(5).fill(REFUSED));
  });

  it('at the same moment are five, and the rest is not even checked', async () => {
    const desk = await openConsole();
    await desk.hire('王芳');
    const tries = Array.from({ length: 20 }, () => attempt(desk, { name: '王芳', password: WRONG }));
    const answers = (await Promise.all(tries)).map(({ what }) => what);
    expect(answers.filter((what) => what === REFUSED)).toHaveLength(5);
    expect(answers.filter((what) => what === LOCKED)).toHaveLength(15);
  });

  it('are seen by every instance, and read by nobody', async () => {
    const where = await places.PostgreSQL();
    const [one, other] = [
      await openConsole({ store: await opened(where) }),
      await openConsole({ store: await opened(where) }),
    ];
    await one.hire('王芳');
    await fail(one, '王芳', 3);
    await fail(other, '王芳', 2);
    expect((await attempt(one, { name: '王芳' })).what).toBe(LOCKED);
    const rows = await one.store.db.selectFrom('sign_in_failures').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('王芳');
    expect(rows).toHaveLength(5);
  });

  it('are forgotten when they are of no use any more', async () => {
    const desk = await openConsole();
    await fail(desk, '没有这个人', 3);
    desk.pass(HOUR);
    await fail(desk, '还是没有', 1);
    expect(await desk.store.db.selectFrom('sign_in_failures').selectAll().execute()).toHaveLength(1);
  });

  it('stand in the audit log where the name is somebody’s', async () => {
    const desk = await openConsole();
    const { id: agent } = await desk.hire('王芳');
    await fail(desk, '没有这个人', 5);
    await fail(desk, '王芳', 6);
    const entries = (await desk.store.audit.entries({ limit: 20 })).toReversed().slice(1);
    expect(entries.map(({ who, what, detail }) => ({ who, what, detail }))).toEqual([
      ...Array(5).fill({ who: 'system', what: 'sign-in-failed', detail: { agent, reason: 'password' } }),
      { who: 'system', what: 'sign-in-locked', detail: { agent } },
    ]);
  });
});

it('a lock is known by the last five failures alone', () => {
  const before = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE).toISOString();
  expect(lockedUntil([], NOW)).toBeUndefined();
  expect(lockedUntil([1, 2, 3, 4].map(before), NOW)).toBeUndefined();
  expect(lockedUntil([1, 2, 3, 4, 15.9].map(before), NOW)).toEqual(new Date(NOW.getTime() + 14 * MINUTE));
  expect(lockedUntil([1, 2, 3, 4, 16].map(before), NOW)).toBeUndefined();
  expect(lockedUntil([15, 16, 17, 18, 19].map(before), NOW)).toBeUndefined();
});
