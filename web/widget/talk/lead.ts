/** Milliseconds for which a tab without Web Locks leads before it has to say so again. */
const TERM = 6_000;
/** Milliseconds after which a tab looks whether another one took the lead in the same moment. */
const SETTLED = 80;

type Job = (signal: AbortSignal) => Promise<void>;

/**
 * Runs a job in one tab of this browser at a time, for as long as `signal` lets it: the next one begins when the tab
 * before it stops or is gone. By Web Locks; where there are none (Safari before 15.4, plain HTTP), by a lease in
 * localStorage; where storage is forbidden, each tab for itself.
 */
export async function lead(name: string, signal: AbortSignal, job: Job): Promise<void> {
  if (navigator.locks) {
    let isLeading = false;
    try {
      await navigator.locks.request(name, { signal }, () => {
        isLeading = true;
        return job(signal);
      });
      return;
    } catch {
      // Where a browser forbids storage, it forbids locks, too.
      if (isLeading || signal.aborted) return;
    }
  }
  const me = `${Math.random()}`;
  while (!signal.aborted) {
    if (takes(name, me)) {
      await pause(SETTLED);
      if (!signal.aborted && takes(name, me)) await underLease(name, me, signal, job);
      if (signal.aborted) giveUp(name, me);
    } else await pause(TERM / 4);
  }
}

/** Ends the job when another tab leads: this one slept longer than its lease lasts. */
async function underLease(name: string, me: string, signal: AbortSignal, job: Job): Promise<void> {
  const lease = new AbortController();
  const end = (): void => lease.abort();
  const renewal = setInterval(() => takes(name, me) || end(), TERM / 3);
  signal.addEventListener('abort', end);
  // One that ended by itself is done; one whose lease was lost waits for the next.
  await job(lease.signal);
  clearInterval(renewal);
  signal.removeEventListener('abort', end);
  if (lease.signal.aborted) return;
  giveUp(name, me);
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
}

interface Lease {
  readonly who?: string;
  readonly until?: number;
}

function takes(name: string, me: string): boolean {
  try {
    const { who = me, until = 0 } = read(name);
    if (who !== me && until > Date.now()) return false;
    localStorage.setItem(name, JSON.stringify({ who: me, until: Date.now() + TERM } satisfies Lease));
    return true;
  } catch {
    return true;
  }
}

function giveUp(name: string, me: string): void {
  try {
    if (read(name).who === me) localStorage.removeItem(name);
  } catch {
    // It was never there.
  }
}

function read(name: string): Lease {
  return JSON.parse(localStorage.getItem(name) ?? '{}');
}

function pause(milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
