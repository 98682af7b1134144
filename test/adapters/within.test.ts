import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from '../../src/adapters/within.ts';

const never = new Promise<string>(() => {});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('work that is waited for within a time', () => {
  it('gives what comes of it, and leaves no timer behind', async () => {
    expect(await within(1_000, Promise.resolve('done'), () => 'late')).toBe('done');
    await expect(within(1_000, Promise.reject(new Error('broken')), () => 'late')).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is given up at that time, and not before', async () => {
    let told: string | undefined;
    void within(1_000, never, () => 'late').then((value) => {
      told = value;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(told).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toBe('late');
  });

  it('fails where being late is a fault', async () => {
    const waiting = within(1_000, never, () => {
      throw new Error('too slow');
    });
    const failed = expect(waiting).rejects.toThrow('too slow');
    await vi.advanceTimersByTimeAsync(1_000);
    await failed;
  });
});
