/** So many failures within this time, in milliseconds, lock a name for as long again. */
export const FAILURES = 5;
const WINDOW = 15 * 60_000;

/** When a name may be tried again, if it is locked: by its last failures (ISO 8601), newest first. */
export function lockedUntil(failures: readonly string[], now: Date): Date | undefined {
  const [newest, oldest] = [failures[0], failures[FAILURES - 1]];
  if (newest === undefined || oldest === undefined) return undefined;
  const until = Date.parse(newest) + WINDOW;
  return Date.parse(newest) - Date.parse(oldest) < WINDOW && now.getTime() < until ? new Date(until) : undefined;
}

/** Failures until then can lock nothing any more, nor do they hold a lock. */
export function forgottenAt(now: Date): string {
  return new Date(now.getTime() - 2 * WINDOW).toISOString();
}
