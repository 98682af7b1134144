import { ChannelError } from '../../bot/channel-error.ts';

/** Milliseconds between two tries at the longest, unless the vendor said more. */
const LONGEST = 60_000;

/** Keeps calls back after the vendor said that there were too many: for longer each time, until one goes well. */
interface Pace {
  /** Throws a ChannelError `rate` while calls are kept back. */
  check(): void;
  /** The vendor said so; gives the milliseconds until it is asked again. */
  slow(atLeast: number): number;
  fine(): void;
}

export function createPace(clock: () => Date): Pace {
  let until = 0;
  let inARow = 0;
  return {
    check() {
      const left = until - clock().getTime();
      if (left <= 0) return;
      throw new ChannelError('dingtalk', 'rate', '钉钉刚才说发得太快，过一会儿自动重发。', { retryAfter: left });
    },
    slow(atLeast) {
      const now = clock().getTime();
      // Calls that were under way together were told so together.
      if (until > now) return until - now;
      const wait = Math.max(atLeast, Math.min(atLeast * 2 ** inARow, LONGEST));
      inARow += 1;
      until = now + wait;
      return wait;
    },
    fine() {
      inARow = 0;
    },
  };
}
