import type { CallbackQuery } from './sealed-callback.ts';

const NAMES = ['signature', 'msg_signature', 'timestamp', 'nonce', 'encrypt_type', 'echostr'] as const;

/** The query of a request as the platform writes it; anything but one text a name is left out. */
export function callbackQuery(query: unknown): CallbackQuery {
  const given = typeof query === 'object' && query !== null ? new Map(Object.entries(query)) : new Map();
  return Object.fromEntries(
    NAMES.flatMap((name) => (typeof given.get(name) === 'string' ? [[name, given.get(name)]] : [])),
  );
}

/** Milliseconds that a callback may be old, or ahead of our clock: each delivery is signed anew, and networks are quick. */
const FRESH = 600_000;

/** Whether a callback was signed just now; later it could be somebody who saw it before. */
export function isFresh({ timestamp }: CallbackQuery, now: Date): boolean {
  return (
    timestamp !== undefined &&
    /^\d{1,12}$/.test(timestamp) &&
    Math.abs(now.getTime() - Number(timestamp) * 1_000) <= FRESH
  );
}
