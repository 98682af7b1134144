import type { Case, CaseState } from '../../../src/handoff/case.ts';
import type { OutboxRow } from '../../../src/handoff/outbox.ts';
import { moreUrgent } from '../../../src/handoff/queue.ts';
import { wrongWith } from '../wrong-with.ts';
import type { Rules } from './rules.ts';
import { meet, nowOf, type TalkState, type World } from './world.ts';

const WAITING: readonly CaseState[] = ['queued', 'ringing'];

export interface Change {
  /** The epoch it was decided under. */
  readonly epoch: number;
  readonly next: Case;
  readonly rows: readonly (Pick<OutboxRow, 'by' | 'holds'> & { readonly answers?: string })[];
}

/** Stores a change whole, or nothing of it where the case has moved on. */
export function commit(world: World, rules: Rules, talk: TalkState, { epoch, next, rows }: Change): boolean {
  const before = talk.case;
  if (rules.compares && before.epoch !== epoch) {
    meet(world, 'came too late');
    return false;
  }
  if (next !== before && next.epoch <= before.epoch) throw new Error('the epoch stands for two cases');
  const wrong = wrongWith(next);
  if (wrong.length > 0) throw new Error(`a case breaks: ${wrong}`);
  checkPlace(world, before, next);
  talk.case = next;
  if (next.owner !== null) talk.ownedUntil = next.epoch;
  if (next.owner !== null || next.waitingSince === null) talk.declined = [];
  if (before.state !== next.state) meet(world, `became ${next.state}`);
  withdraw(world, rules, talk);
  for (const row of rows) write(world, talk, row);
  return true;
}

/** Who waits goes on waiting where they stood, for nothing less urgent. */
function checkPlace(world: World, before: Case, next: Case): void {
  if (!WAITING.includes(before.state) || !WAITING.includes(next.state)) return;
  if (before.waitingSince !== next.waitingSince || before.front !== next.front) throw new Error('a place was lost');
  if (before.reason === next.reason) return;
  if (next.reason === null || moreUrgent(before.reason, next.reason) !== next.reason) {
    throw new Error('a reason became less urgent');
  }
  meet(world, 'waits for something more urgent');
}

function withdraw(world: World, rules: Rules, talk: TalkState): void {
  const open = world.rows.filter((row) => row.talk === talk.id && row.fate === undefined);
  for (const { row, fate } of rules.withdrawn(open, talk.case)) {
    row.fate = fate;
    meet(world, `withdrawn: ${fate}`);
  }
}

function write(world: World, talk: TalkState, { by, holds, answers }: Change['rows'][number]): void {
  talk.lastLineAt = nowOf(world);
  const nth = world.rows.length;
  world.rows.push({
    id: `r${nth}`,
    nth,
    talk: talk.id,
    part: 0,
    by,
    ...(holds && { holds }),
    answers,
    epoch: talk.case.epoch,
    tries: 0,
    dueAt: nowOf(world),
    sentAt: null,
    fate: undefined,
    acknowledged: 0,
  });
}
