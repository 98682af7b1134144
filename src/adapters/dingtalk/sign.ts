import { createHmac } from 'node:crypto';
import { sameText } from '../vendor/callback/same-text.ts';

/** Milliseconds that a signed call may be old, or ahead of our clock (DingTalk's own rule). */
const WINDOW = 3_600_000;

interface Signed {
  /** Milliseconds since 1970, as they stand in the header. */
  readonly timestamp: unknown;
  readonly sign: unknown;
}

/** Whether a robot message over HTTP comes from DingTalk: HMAC-SHA256 over `timestamp\nsecret`, keyed with the secret. */
export function isRobotSigned({ timestamp, sign }: Signed, secret: string, now: Date): boolean {
  return isFresh(timestamp, now) && isSame(sign, hmac(secret, `${timestamp}\n${secret}`));
}

/** Whether the click on a card does: there it is over the timestamp alone, with the secret given at registration. */
export function isCardSigned({ timestamp, sign }: Signed, secret: string, now: Date): boolean {
  return isFresh(timestamp, now) && isSame(sign, hmac(secret, timestamp));
}

function isFresh(timestamp: unknown, now: Date): timestamp is string {
  return (
    typeof timestamp === 'string' &&
    /^\d{1,15}$/.test(timestamp) &&
    Math.abs(now.getTime() - Number(timestamp)) <= WINDOW
  );
}

function isSame(sign: unknown, right: string): boolean {
  return typeof sign === 'string' && sameText(sign, right);
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}
