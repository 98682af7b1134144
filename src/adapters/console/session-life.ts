/** Milliseconds without a call after which somebody is signed out: a working day. */
export const IDLE = 12 * 3_600_000;

/** Milliseconds after which somebody signs in again, however busy. */
export const LONGEST = 7 * 24 * 3_600_000;

/** A session's last call is noted this often, in milliseconds, and not with every call. */
export const NOTED = 60_000;

/** What the store needs to know to tell a living session from an ended one. */
export function livingAt(now: Date): { readonly at: string; readonly idleSince: string } {
  return { at: now.toISOString(), idleSince: new Date(now.getTime() - IDLE).toISOString() };
}
