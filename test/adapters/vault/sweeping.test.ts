import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSwept } from '../../../src/adapters/vault/sweeping.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T08:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('sweeps at once and every hour, an hour ahead, until it is stopped', async () => {
  const sweep = vi.fn(async (_at: string) => 0);
  const { stop } = keepSwept({ sweep }, () => {});
  await vi.advanceTimersByTimeAsync(2 * 3_600_000);
  const times = ['2026-03-01T09:00:00.000Z', '2026-03-01T10:00:00.000Z', '2026-03-01T11:00:00.000Z'];
  expect(sweep.mock.calls).toEqual(times.map((at) => [at]));
  await stop();
  await vi.advanceTimersByTimeAsync(5 * 3_600_000);
  expect(sweep).toHaveBeenCalledTimes(3);
});

it('tells of a fault and goes on', async () => {
  const fault = new Error('disk');
  const onFault = vi.fn();
  const sweep = vi.fn(async (_at: string) => 0).mockRejectedValueOnce(fault);
  const { stop } = keepSwept({ sweep }, onFault);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(onFault.mock.calls).toEqual([[fault]]);
  expect(sweep).toHaveBeenCalledTimes(2);
  await stop();
});

it('stops only after the sweep under way', async () => {
  let finish = (_swept: number): void => {};
  const sweep = () =>
    new Promise<number>((resolve) => {
      finish = resolve;
    });
  const { stop } = keepSwept({ sweep }, () => {});
  let stopped = false;
  const stopping = stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(stopped).toBe(false);
  finish(0);
  await stopping;
});
