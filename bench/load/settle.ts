import type { Service } from '../service.ts';

/** Milliseconds over which it is looked at, and for which it is waited at most. */
const SPAN = 3_000;
const PATIENCE = 90_000;
/** A span takes about as much as the one before: nothing is left but what comes again and again. */
const ALIKE = 0.8;

/**
 * Waits until the service has done what it had to do. Gives what it still needs when nothing happens, as a share of one
 * processor.
 */
export async function settle(service: Service): Promise<number> {
  const end = performance.now() + PATIENCE;
  const spent = async (): Promise<number> => {
    const [begun, before] = [performance.now(), (await service.vitals()).cpu];
    await new Promise((resolve) => setTimeout(resolve, SPAN));
    return ((await service.vitals()).cpu - before) / ((performance.now() - begun) / 1_000);
  };
  for (let before = await spent(); ; ) {
    const now = await spent();
    if (now >= before * ALIKE || performance.now() > end) return now;
    before = now;
  }
}
