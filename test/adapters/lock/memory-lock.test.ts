import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { memoryLock } from '../../../src/adapters/lock/memory-lock.ts';

it('runs the jobs of one key one after the other, in the order asked', async () => {
  const lock = memoryLock();
  const story: string[] = [];
  const job = (name: string) => async () => {
    story.push(`${name} begins`);
    await setImmediate();
    story.push(`${name} ends`);
    return name;
  };
  const names = await Promise.all(['一', '二', '三'].map((name) => lock.run('talk', job(name))));
  expect(names).toEqual(['一', '二', '三']);
  expect(story).toEqual(['一 begins', '一 ends', '二 begins', '二 ends', '三 begins', '三 ends']);
});

it('lets another key pass', async () => {
  const lock = memoryLock();
  const { promise, resolve } = deferred();
  const held = lock.run('a', () => promise);
  expect(await lock.run('b', async () => 'passed')).toBe('passed');
  resolve();
  await held;
});

it('goes on after a job that failed, whose error reaches its own caller alone', async () => {
  const lock = memoryLock();
  const failed = lock.run('talk', async () => {
    throw new Error('broken');
  });
  const next = lock.run('talk', async () => 'fine');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('fine');
});

it('goes on after a job that threw before it gave a promise', async () => {
  const lock = memoryLock();
  const failed = lock.run('talk', () => {
    throw new Error('at once');
  });
  await expect(failed).rejects.toThrow('at once');
  expect(await lock.run('talk', async () => 'fine')).toBe('fine');
});

it('forgets a key when its last job ends', async () => {
  const lock = memoryLock();
  const jobs = [lock.run('a', setImmediate), lock.run('a', setImmediate), lock.run('b', setImmediate)];
  expect(lock.size).toBe(2);
  await Promise.all(jobs);
  expect(lock.size).toBe(0);
  await lock.run('a', () => Promise.reject(new Error('x'))).catch(() => {});
  expect(lock.size).toBe(0);
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
