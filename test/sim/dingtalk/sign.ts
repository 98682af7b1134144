import { createHmac } from 'node:crypto';

/**
 * How a push is signed: `good`; `stale` 61 min old; `wrongSecret`; `urlEncoded` (the signature as in a query);
 * `missing` (no headers).
 */
export type SignVariant = 'good' | 'stale' | 'wrongSecret' | 'urlEncoded' | 'missing';

const STALE_MS = 61 * 60_000;

const hmac = (key: string, message: string): string =>
  createHmac('sha256', key).update(message, 'utf8').digest('base64');

/** The `sign` header of a robot message: HMAC-SHA256 over "timestamp\nsecret", keyed with the app's secret. */
export const robotSign = (timestamp: string, secret: string): string => hmac(secret, `${timestamp}\n${secret}`);

/** The signature of a card callback: HMAC-SHA256 over the timestamp alone. */
export const cardSign = (timestamp: string, apiSecret: string): string => hmac(apiSecret, timestamp);

const signed = (sign: typeof robotSign, names: readonly [string, string]) =>
  function headers(now: number, secret: string, variant: SignVariant = 'good'): Readonly<Record<string, string>> {
    if (variant === 'missing') return {};
    const timestamp = String(variant === 'stale' ? now - STALE_MS : now);
    const value = sign(timestamp, variant === 'wrongSecret' ? `${secret}x` : secret);
    return { [names[0]]: timestamp, [names[1]]: variant === 'urlEncoded' ? encodeURIComponent(value) : value };
  };

export const robotHeaders = signed(robotSign, ['timestamp', 'sign']);
export const cardHeaders = signed(cardSign, ['x-ddpaas-signature-timestamp', 'x-ddpaas-signature']);
