import type { WechatRules } from './ctl.ts';
import { isEvent, type WechatMessage } from './message.ts';

/** Leave to write: so many messages until then (simulated ms). A new one takes the place of an old one of its kind. */
export interface Grant {
  readonly kind: 'message' | 'event';
  readonly until: number;
  readonly left: number;
}

const HOUR_MS = 3_600_000;

/** Events that open a conversation for a minute. */
const OPENING = ['subscribe', 'SCAN', 'CLICK'];

/** The leave a message gives: 5 (or 20) in 48 h for a message, 3 in one minute for subscribing, a scan or a menu click. */
export function granted(message: WechatMessage, now: number, { quotaProfile }: WechatRules): Grant | undefined {
  if (!isEvent(message)) {
    return { kind: 'message', until: now + 48 * HOUR_MS, left: quotaProfile === 'legacy20' ? 20 : 5 };
  }
  return OPENING.includes(message.is) ? { kind: 'event', until: now + 60_000, left: 3 } : undefined;
}

export const withGrant = (grants: readonly Grant[], grant: Grant): readonly Grant[] => [
  ...grants.filter(({ kind }) => kind !== grant.kind),
  grant,
];

const alive = (grants: readonly Grant[], now: number): readonly Grant[] => grants.filter(({ until }) => until > now);

export const leftOf = (grants: readonly Grant[], now: number): number =>
  alive(grants, now).reduce((sum, { left }) => sum + left, 0);

/** The grants after one message, the soonest to end used first; or the code it is refused with. */
export function spent(grants: readonly Grant[], now: number): readonly Grant[] | 45015 | 45047 {
  const usable = [...alive(grants, now)].sort((one, other) => one.until - other.until);
  if (usable.length === 0) return 45015;
  const used = usable.find(({ left }) => left > 0);
  if (!used) return 45047;
  return usable.map((grant) => (grant === used ? { ...grant, left: grant.left - 1 } : grant));
}
