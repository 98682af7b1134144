/**
 * The time a simulator lives in. Nothing under test/sim reads the real clock or sets a real timer but through this.
 *
 * `now` is milliseconds since 1970; `after` runs a job once when its time has come and gives back what calls it off;
 * `advance` resolves when that much time has passed and everything due has run.
 */
export interface SimClock {
  now(): number;
  after(ms: number, job: () => void): () => void;
  advance(ms: number): Promise<void>;
}

/** 2026-03-02 09:00 in Beijing, a Monday. */
export const SIM_START = Date.UTC(2026, 2, 2, 1);

/**
 * Event-loop turns that `settle` gives to sockets. An HTTP exchange over 127.0.0.1 inside one process took three turns
 * with node:http and six with the first fetch (counted); a caller that fetches a token first needs twice that.
 */
const TURNS = 60;

/** Lets everything that is already on its way over local sockets of this process arrive; waits for no timer. */
export const settle = async (turns = TURNS): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise<void>((done) => setImmediate(done));
};

/**
 * A clock that stands still until a test moves it. `advance` runs due jobs in the order of their times, with the
 * sockets settled before each one and at the end, so that an echo sent at 25 s is seen by a check set for 30 s.
 */
export function steppedClock(start = SIM_START): SimClock {
  const jobs = new Set<{ readonly at: number; readonly job: () => void }>();
  let now = start;
  const due = (until: number) => {
    const ready = [...jobs].filter(({ at }) => at <= until);
    return ready.sort((one, other) => one.at - other.at)[0];
  };
  return {
    now: () => now,
    after(ms, job) {
      const entry = { at: now + Math.max(0, ms), job };
      jobs.add(entry);
      return () => void jobs.delete(entry);
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let next = due(until); next; next = due(until)) {
        jobs.delete(next);
        now = Math.max(now, next.at);
        next.job();
        await settle();
      }
      now = Math.max(now, until);
    },
  };
}

/** A clock that runs by itself, `scale` times as fast as the real one (1: real time). Its timers keep no process alive. */
export function scaledClock(scale = 1, start = Date.now()): SimClock {
  const begun = performance.now();
  return {
    now: () => Math.round(start + (performance.now() - begun) * scale),
    after(ms, job) {
      const timer = setTimeout(job, Math.max(0, ms) / scale);
      timer.unref();
      return () => clearTimeout(timer);
    },
    advance: (ms) => new Promise((done) => setTimeout(done, ms / scale)),
  };
}
