import { after } from '../../handoff/after.ts';
import type { Case } from '../../handoff/case.ts';
import type { Step } from '../../handoff/step.ts';
import type { Move } from '../case-store.ts';
import type { Facts } from '../facts.ts';
import type { Line } from '../message.ts';
import type { Bus, Store } from '../ports.ts';
import type { TalkRecord } from '../talk-record.ts';
import type { Told } from '../told.ts';

/** What is to happen to a case, in this order, and what belongs to it. */
export interface Plan {
  /** Who does it: an agent's id; the desk itself where it is left out. */
  readonly by?: string;
  readonly steps: readonly Step[];
  readonly lines?: Move['lines'];
  readonly notes?: Move['notes'];
  readonly told?: Told;
  readonly room?: string;
  readonly facts?: Facts;
  readonly message?: Exclude<Move['message'], undefined>;
  readonly waited?: number;
  readonly announces?: string;
  readonly answers?: Exclude<Move['answers'], undefined>;
}

export type Taken =
  | { readonly is: 'moved'; readonly case: Case; readonly lines: readonly Line[] }
  /** The case is in no state for it. */
  | { readonly is: 'refused'; readonly case: Case }
  | { readonly is: 'no-talk' };

export interface StepParts {
  readonly store: Pick<Store, 'byId' | 'move' | 'turn'>;
  readonly bus: Pick<Bus, 'publish'>;
}

/** Somebody else moved it first: it is planned again on what there is now, at most so often. */
const TRIES = 20;

/**
 * Changes a case in one compare-and-set: planned on what is read, done only if
 * nothing moved in between. Where nothing would change, nothing is written.
 */
export async function takeStep(
  { store, bus }: StepParts,
  talk: string,
  at: string,
  plan: (record: TalkRecord) => Plan | Promise<Plan>,
): Promise<Taken> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const read = await store.byId(talk);
    if (!read) return { is: 'no-talk' };
    const record = { ...read, told: toldInService(read) };
    const { steps, by = 'system', lines = [], notes = [], told = record.told, ...rest } = await plan(record);
    const next = steps.reduce<Case | undefined>((now, step) => now && after(now, step), record.case);
    if (!next) return { is: 'refused', case: record.case };
    const changes = next !== record.case || lines.length > 0 || notes.length > 0 || told !== record.told;
    if (!changes && rest.facts === undefined) return { is: 'moved', case: next, lines: [] };
    const move = { id: talk, at, was: record.case, next, wasTold: read.told, by, told, lines, notes, ...rest };
    const added = await store.move(move);
    if (!added) {
      const said = rest.message && (await store.turn(talk, rest.message.id));
      if (said) return { is: 'moved', case: record.case, lines: said.answered.messages };
      continue;
    }
    bus.publish(talk);
    return { is: 'moved', case: next, lines: added };
  }
  throw new Error(`The case of talk ${talk} moved ${TRIES} times under one step`);
}

/** Where no agent has it, nor has to take it back, whatever was mailed to somebody is over. */
function toldInService({ case: now, told }: TalkRecord): Told {
  const { mailing, ...rest } = told;
  return mailing === undefined || now.owner !== null || now.front ? told : rest;
}
