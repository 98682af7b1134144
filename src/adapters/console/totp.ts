import { Secret, TOTP } from 'otpauth';

/** What authenticator apps take without asking: SHA-1, six digits, 30 seconds (RFC 6238). */
const PERIOD = 30;
const DIGITS = 6;
/** Steps that a phone's clock may be off by. */
const WINDOW = 1;

/** 160 bits, as RFC 4226 §4 recommends; base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What a QR code holds for an authenticator app. */
export function otpauthUri(secret: string, name: string): string {
  return totp(secret, name).toString();
}

/** The time step that a code belongs to; undefined where it is wrong. People type it with spaces, or full width. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.normalize('NFKC').replace(/\s/g, '');
  // The library throws at other digits than these.
  if (!/^[0-9]{6}$/.test(token)) return undefined;
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token, timestamp, window: WINDOW });
  return delta === null ? undefined : TOTP.counter({ period: PERIOD, timestamp }) + delta;
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: '备案助手',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD,
  });
}
