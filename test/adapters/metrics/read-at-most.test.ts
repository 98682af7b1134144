import { expect, it, vi } from 'vitest';
import { readAtMost } from '../../../src/adapters/metrics/read-at-most.ts';

it('reads once for all who ask within the time, and anew after it', async () => {
  let now = 0;
  let count = 0;
  const read = readAtMost(
    async () => ++count,
    { every: 5_000, patience: 1_000 },
    () => now,
  );
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  now = 4_999;
  expect(await read()).toBe(1);
  now = 5_000;
  expect(await read()).toBe(2);
});

it('gives nothing where it fails or takes too long, and tries again later', async () => {
  vi.useFakeTimers();
  try {
    let now = 0;
    const answers = [() => Promise.reject(new Error('gone')), () => new Promise<number>(() => {}), async () => 7];
    const read = readAtMost(
      () => answers.shift()?.() ?? Promise.reject(new Error('none')),
      { every: 1, patience: 2_000 },
      () => now++,
    );
    expect(await read()).toBeUndefined();
    const late = read();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await late).toBeUndefined();
    expect(await read()).toBe(7);
  } finally {
    vi.useRealTimers();
  }
});
