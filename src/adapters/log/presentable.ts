import { mask } from '../../text/mask.ts';

/** What stands in the log for something that does not belong there. */
const HIDDEN = '（不记录）';

/** What opens doors, what people said, and how to reach them: by name, however deep it lies. In lower case. */
const SECRET: ReadonlySet<string> = new Set(
  `authorization cookie set-cookie setcookie x-csrf-token csrf password passwordhash old new token tokenhash secret
  clientsecret appsecret aeskey apikey vaultkey session totp signature text said message_text question contact contacts
  email phone idnumber name user room person body payload headers query parameters detail where bytes`.split(/\s+/),
);

/** Names that we made up ourselves, at random: they name nobody, and are of no use in pieces. */
const OPAQUE: ReadonlySet<string> = new Set(['talk', 'reqId']);
const NAME = /^[\w-]{1,40}$/;

/** Depth, items of a list, and characters of a text that a line holds at most. */
const DEEP = 5;
const ITEMS = 20;
const LONG = 8_000;

/** Only what has a digit or an @ can name somebody. */
const CAN_NAME = /[\d@\uFF10-\uFF19\uFF20]/;

/** A text with the numbers that name people made unreadable. */
function masked(text: string): string {
  const short = text.length > LONG ? `${text.slice(0, LONG)}…` : text;
  return CAN_NAME.test(short) ? mask(short) : short;
}

/**
 * What may be said of a value in a log: plain data, masked, without what its name gives away as secret. Of an error its
 * kind, message, stack, causes and own fields; of anything else that is no plain data only what it is.
 */
export function presentable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return masked(value);
  if (typeof value === 'bigint') return masked(String(value));
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEP) return '…';
  if (value instanceof Error) return presentError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((item) => presentable(item, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `[${prototype.constructor?.name ?? 'Object'}]`;
  return presentFields(value, depth);
}

function presentFields(value: object, depth: number): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    if (SECRET.has(name.toLowerCase())) told[name] = one === undefined ? undefined : HIDDEN;
    else if (OPAQUE.has(name) && typeof one === 'string' && NAME.test(one)) told[name] = one;
    else told[name] = presentable(one, depth + 1);
  }
  return told;
}

function presentError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  return {
    ...presentFields({ ...error }, depth),
    type: name,
    message: masked(message),
    ...(stack !== undefined && { stack: masked(stack) }),
    ...(cause !== undefined && { cause: presentable(cause, depth + 1) }),
    ...(error instanceof AggregateError && { errors: presentable(error.errors, depth + 1) }),
  };
}
