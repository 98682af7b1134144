import { seeded } from '../../src/knowledge/random.ts';
import type { Request } from './asking.ts';

/**
 * Requests that come by the clock, whether those before are answered or not, half a pace early or late. Gives the
 * milliseconds from the moment at which each was due: what waits because others do is counted.
 */
export async function openLoop(requests: readonly Request[], rate: number): Promise<readonly number[]> {
  const random = seeded(1);
  const times: number[] = [];
  const pending: Promise<void>[] = [];
  const begun = performance.now();
  for (const [nth, request] of requests.entries()) {
    const due = begun + (1_000 / rate) * (nth + random());
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    pending.push(
      request().then(() => {
        times.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(pending);
  return times;
}
