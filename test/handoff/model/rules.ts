import { type Fate, fateOf, nextDue, withdrawn } from '../../../src/handoff/outbox.ts';
import { whomToRing } from '../../../src/handoff/ring.ts';
import { dueOf } from '../../../src/handoff/timers.ts';

/** What keeps a desk right. The model runs with all of it, and has to fail without any. */
export interface Rules {
  readonly fateOf: typeof fateOf;
  readonly withdrawn: typeof withdrawn;
  readonly nextDue: typeof nextDue;
  readonly whomToRing: typeof whomToRing;
  readonly dueOf: typeof dueOf;
  /** Whether a change is only made under the epoch it was decided under. */
  readonly compares: boolean;
  /** Whether what time brings about is looked at once more when it is done. */
  readonly rechecks: boolean;
  /** Whether a row is judged and handed to its channel before the case may change. */
  readonly sendsUnderLock: boolean;
  /** Whether a message whose answer is stored is not answered again. */
  readonly once: boolean;
}

export const ours: Rules = {
  fateOf,
  withdrawn,
  nextDue,
  whomToRing,
  dueOf,
  compares: true,
  rechecks: true,
  sendsUnderLock: true,
  once: true,
};

/** One rule left out each, and what has to be noticed then. */
export const broken: Readonly<Record<string, { readonly rules: Rules; readonly noticed: RegExp }>> = {
  'sends whatever was written': {
    rules: { ...ours, fateOf: (): Fate => 'send', withdrawn: () => [] },
    noticed: /bot text/,
  },
  'leaves rows in the outbox when the talk changes hands': {
    rules: { ...ours, withdrawn: () => [] },
    noticed: /bot text/,
  },
  'judges a row and hands it over once the case may have changed': {
    rules: { ...ours, sendsUnderLock: false },
    noticed: /bot text|sent twice/,
  },
  'changes a case without comparing epochs': { rules: { ...ours, compares: false }, noticed: /epoch/ },
  'ends what was warned without another look': { rules: { ...ours, rechecks: false }, noticed: /ended|offered twice/ },
  'sends every row that is due': {
    rules: { ...ours, nextDue: (rows, now) => rows.filter(({ dueAt }) => dueAt <= now) },
    noticed: /order/,
  },
  'rings at whoever has least to do, for ever': {
    rules: { ...ours, whomToRing: (one) => whomToRing({ ...one, declined: [] }) },
    noticed: /waits for ever/,
  },
  'lets it ring for ever': {
    rules: { ...ours, dueOf: (now, around) => dueOf(now, around).filter(({ is }) => is !== 'ring-over') },
    noticed: /waits for ever/,
  },
  'answers a message that comes twice': { rules: { ...ours, once: false }, noticed: /answered twice/ },
};
