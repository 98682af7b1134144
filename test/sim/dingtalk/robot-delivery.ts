import { openPush } from './attempts.ts';
import type { Attempt, SimPush } from './ctl.ts';
import type { World } from './world.ts';

const AGAIN_MS = 60_000;

/** Sends one copy; `undefined`: there was nobody to send it to. */
type SendOnce = () => Attempt | undefined;

export interface RobotDelivery {
  /** Delivers a message with the habits of the settings: several times, again after 60 s, out of order. */
  deliver(id: string, once: SendOnce): SimPush;
  /** Sends what is still held back for another order. */
  flush(): void;
}

export function robotDelivery({ clock, random, settings, lost }: World): RobotDelivery {
  let held: (() => void)[] = [];
  const flush = (): void => {
    const ready = random.shuffled(held);
    held = [];
    for (const send of ready) send();
  };
  return {
    flush,
    deliver(id, once) {
      const push = openPush(id);
      const copy = (): void => {
        const attempt = once();
        if (attempt) push.attempts.push(attempt);
        else lost.push({ id, reason: 'no connection to deliver it to' });
      };
      const send = (): void => {
        for (let count = 0; count < settings.duplicate; count += 1) copy();
        const { redeliver60s } = settings;
        if (redeliver60s === 'never' || push.attempts.length === 0) return;
        clock.after(AGAIN_MS, () => {
          if (redeliver60s === 'always' || !push.attempts.some(({ answer }) => answer?.code === 200)) copy();
        });
      };
      if (settings.outOfOrder === 0) send();
      else {
        held.push(send);
        if (held.length >= settings.outOfOrder) flush();
      }
      return push;
    },
  };
}
