import type { SimClock } from '../clock.ts';
import type { SimRandom } from '../random.ts';
import type { ServiceState } from './ctl.ts';

/** What a code lets the service answer. */
export type CodeKind = 'welcome' | 'queued' | 'fromPool' | 'ended';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;

/**
 * Life of each code in ms, whether a menu may be sent with it, and the state the session must still be in: a code that
 * came with a state is good in that state only.
 */
export const CODES: Readonly<
  Record<CodeKind, { readonly life: number; readonly menu: boolean; readonly state?: ServiceState }>
> = {
  welcome: { life: 20 * SECOND_MS, menu: true },
  queued: { life: 48 * HOUR_MS, menu: false, state: 2 },
  fromPool: { life: 48 * HOUR_MS, menu: false, state: 3 },
  ended: { life: 20 * SECOND_MS, menu: true, state: 4 },
};

export interface EventCodes {
  issue(kind: CodeKind, customer: string): string;
  /** What the code is good for; `undefined` when unknown, used or over. */
  find(code: string): { readonly kind: CodeKind; readonly customer: string } | undefined;
  use(code: string): void;
}

export function eventCodes(clock: SimClock, random: SimRandom): EventCodes {
  const codes = new Map<string, { readonly kind: CodeKind; readonly customer: string; readonly until: number }>();
  return {
    issue(kind, customer) {
      const code = random.id(32);
      codes.set(code, { kind, customer, until: clock.now() + CODES[kind].life });
      return code;
    },
    find(code) {
      const found = codes.get(code);
      return found && found.until > clock.now() ? found : undefined;
    },
    use: (code) => void codes.delete(code),
  };
}
