import { type Case, newCase } from '../../../src/handoff/case.ts';
import type { Fate, OutboxRow } from '../../../src/handoff/outbox.ts';
import type { OnDuty } from '../../../src/handoff/ring.ts';
import type { World as Around } from '../../../src/handoff/timers.ts';
import { START } from '../cases.ts';

export type Kind = 'text' | 'person' | 'complaint' | 'ticket' | 'stay' | 'wait' | 'leave';

/** One message of a person, as their channel knows it: it comes again until it is answered. */
export interface Said {
  readonly id: string;
  readonly talk: string;
  readonly kind: Kind;
  /** How often it was stored. */
  kept: number;
  done: boolean;
}

export interface TalkState {
  readonly id: string;
  case: Case;
  offeredTicketAt: string | undefined;
  warnedAt: string | undefined;
  /** When what its agent had put aside came back. */
  backAt: string | undefined;
  /** By anybody, the desk's own texts too. */
  lastLineAt: string;
  /** Who let it ring out since it began to wait. */
  declined: string[];
  /** The last epoch under which a person had it. */
  ownedUntil: number;
}

export interface Row extends OutboxRow {
  readonly nth: number;
  /** The message it answers. */
  readonly answers: string | undefined;
  fate: Fate | 'dead' | undefined;
  /** How often its channel told us that the person has it. */
  acknowledged: number;
  sentAt: string | null;
  tries: number;
  dueAt: string;
}

export type Agent = { -readonly [Key in keyof Omit<OnDuty, 'load'>]: OnDuty[Key] } & { online: boolean };

/** What somebody has computed and not yet stored. A crash forgets it. */
export interface Pending {
  readonly talk: string;
  finish(): void;
}

/** A desk with its people, in memory. Each event is one transaction. */
export interface World {
  /** Milliseconds of the epoch; every event takes one. */
  now: number;
  open: boolean;
  readonly talks: readonly TalkState[];
  readonly agents: readonly Agent[];
  readonly said: Said[];
  readonly rows: Row[];
  readonly pending: Pending[];
  /** The ids of agents' messages that were stored. */
  readonly spoken: Set<string>;
  /** Ids of rows as they reached each person, once each. */
  readonly reached: Row[];
  /** How often what happened: the model has to have met everything. */
  readonly met: Map<string, number>;
}

export function newWorld(met: Map<string, number>): World {
  const talks = ['t1', 't2', 't3'].map((id) => ({
    id,
    case: newCase(START),
    offeredTicketAt: undefined,
    warnedAt: undefined,
    backAt: undefined,
    lastLineAt: START,
    declined: [],
    ownedUntil: -1,
  }));
  const agents = ['abe', 'zoe'].map((id) => ({ id, capacity: 2, available: true, online: true, seenAt: START }));
  return {
    now: Date.parse(START),
    open: true,
    talks,
    agents,
    said: [],
    rows: [],
    pending: [],
    spoken: new Set(),
    reached: [],
    met,
  };
}

export function nowOf({ now }: World): string {
  return new Date(now).toISOString();
}

export function meet({ met }: World, what: string): void {
  met.set(what, (met.get(what) ?? 0) + 1);
}

/** The nth of a list, going round. */
export function pick<T>(list: readonly T[], nth: number): T | undefined {
  return list[nth % list.length];
}

export function talkOf(world: World, id: string): TalkState {
  const talk = world.talks.find((one) => one.id === id);
  if (!talk) throw new Error(`no talk ${id}`);
  return talk;
}

/** The agents with what they have and what rings at them. */
export function onDuty({ agents, talks }: World): readonly OnDuty[] {
  return agents.map((agent) => ({
    ...agent,
    load: talks.filter(({ case: { owner, ringing } }) => owner === agent.id || ringing?.agent === agent.id).length,
  }));
}

export function availableIn({ agents }: World): number {
  return agents.filter(({ available, online }) => available && online).length;
}

export function around(world: World, talk: TalkState): Around {
  const owner = world.agents.find(({ id }) => id === talk.case.owner);
  return {
    now: nowOf(world),
    open: world.open,
    onDuty: availableIn(world),
    lastLineAt: talk.lastLineAt,
    ...(owner && { ownerSeenAt: owner.seenAt }),
    ...(talk.offeredTicketAt !== undefined && { offeredTicketAt: talk.offeredTicketAt }),
    ...(talk.warnedAt !== undefined && { warnedAt: talk.warnedAt }),
    ...(talk.backAt !== undefined && { backAt: talk.backAt }),
  };
}
