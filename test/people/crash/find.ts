import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { AtWork } from './agent.ts';
import type { Eraser } from './eraser.ts';
import { keptIn } from './kept.ts';
import type { UnderWay } from './left-behind.ts';
import type { Arrived } from './push-channel.ts';
import { deliveries } from './rules/deliveries.ts';
import { erasures } from './rules/erasures.ts';
import { history } from './rules/history.ts';
import { occasions } from './rules/occasions.ts';
import { silence } from './rules/silence.ts';
import { steps } from './rules/steps.ts';
import { words } from './rules/words.ts';
import type { User } from './user.ts';
import type { Seen } from './view.ts';

/** What people and agents were told while the desk was killed, and what arrived at the push channel. */
export interface Witnessed {
  readonly folder: string;
  readonly deaths: number;
  /** Amid what it died, and what was left without an answer then. */
  readonly diedAt: Readonly<Record<string, number>>;
  readonly cutOff: Readonly<Record<string, number>>;
  readonly leftBehind: readonly (readonly UnderWay[])[];
  readonly faults: readonly string[];
  readonly users: readonly User[];
  readonly erasers: readonly Eraser[];
  readonly agents: readonly AtWork[];
  readonly seen: ReadonlyMap<string, Seen>;
  readonly arrived: readonly Arrived[];
}

/** What was counted, and what is wrong. */
export interface Findings extends Pick<Witnessed, 'deaths' | 'diedAt' | 'cutOff'> {
  /** Messages of people, and of agents, that were acknowledged. */
  readonly acknowledged: number;
  readonly spoken: number;
  /** Pictures and erasures that were acknowledged. */
  readonly pictures: number;
  readonly erased: number;
  /** Lines that arrived at the push channel, and sendings that were repeated since the desk died before it had settled them. */
  readonly delivered: number;
  readonly repeated: number;
  /** How often timers of each kind fired, and agents took a talk. */
  readonly occasions: Readonly<Record<string, number>>;
  /** Acknowledged, and not there; there more than once. */
  readonly lost: number;
  readonly doubled: number;
  /** Everything that is wrong, the lost and the doubled among it. */
  readonly problems: readonly string[];
}

/** Looks for all that was witnessed in what is on disk. */
export async function find(store: SqlStore, witnessed: Witnessed): Promise<Findings> {
  const { folder, users, agents, erasers, deaths, diedAt, cutOff } = witnessed;
  const all = await keptIn(store);
  const theirs = new Set(erasers.flatMap((one) => one.erasures).map(({ talk }) => talk));
  const kept = all.filter(({ record }) => !theirs.has(record.id));
  const said = words(kept, witnessed);
  const sent = deliveries(kept, witnessed);
  const happened = occasions(kept);
  return {
    ...{ deaths, diedAt, cutOff },
    acknowledged: users.reduce((sum, user) => sum + user.said.length, 0),
    spoken: agents.flatMap(({ spoken }) => spoken).filter(({ isSaid }) => isSaid).length,
    pictures: erasers.reduce((sum, one) => sum + one.pictures, 0),
    erased: theirs.size,
    delivered: sent.delivered,
    repeated: sent.repeated,
    occasions: happened.counts,
    lost: said.lost.length + sent.lost.length,
    doubled: said.doubled.length + sent.doubled.length,
    problems: [
      ...witnessed.faults,
      ...[...users, ...agents, ...erasers].flatMap(({ complaints }) => complaints),
      ...said.lost,
      ...said.doubled,
      ...said.problems,
      ...sent.lost,
      ...sent.doubled,
      ...sent.problems,
      ...happened.problems,
      ...erasures(folder, all, erasers),
      ...kept.flatMap((one) => [...history(one, witnessed), ...steps(one, witnessed), ...silence(one)]),
    ],
  };
}
