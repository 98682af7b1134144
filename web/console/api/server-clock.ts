/** How far the server's clock is ahead of this machine's, in milliseconds; waiting times are its, not ours. */
let ahead = 0;
let whenSet = (): void => {};

/** What to do when the clock turns out to be a second or more off. */
export function onClockSet(set: () => void): void {
  whenSet = set;
}

/** Ids of events, and signs of life, are instants of the server. Anything else is passed over. */
export function learnClock(instant: string): void {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return;
  const was = ahead;
  ahead = at - Date.now();
  if (Math.abs(ahead - was) >= 1_000) whenSet();
}

export function serverNow(): number {
  return Date.now() + ahead;
}
