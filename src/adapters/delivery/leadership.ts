import { randomUUID } from 'node:crypto';
import { later } from '../../handoff/later.ts';
import type { Leases } from '../store/leases.ts';

/** Milliseconds for which an instance that was heard of keeps the others from the rounds: five of them. */
const LASTS = 5_000;

/** Which of several instances turns the rounds of the desk. */
export interface Leadership {
  /** Whether it is this one, from now on for five seconds. */
  lead(now: string): Promise<boolean>;
  /** Lets another one, at once. */
  stepDown(): Promise<void>;
}

export function leadership(leases: Leases, name = 'desk', holder: string = randomUUID()): Leadership {
  return {
    lead: (now) => leases.lead(name, holder, now, later(now, LASTS)),
    stepDown: () => leases.stepDown(name, holder),
  };
}
