import { retryAt } from '../../../src/handoff/outbox.ts';
import type { Rules } from './rules.ts';
import { meet, nowOf, pick, type Row, talkOf, type World } from './world.ts';

/** How handing a row to its channel ends: without an answer the person has it and we do not know; or it failed as often before. */
export const ENDINGS = ['sent', 'no-answer', 'failed', 'given-up'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Rows whose turn it is. */
export function dueRows(world: World, rules: Rules): readonly Row[] {
  return rules.nextDue(
    world.rows.filter(({ fate }) => fate === undefined),
    nowOf(world),
  );
}

/** Judges one row by its case and hands it to its channel. */
export function send(world: World, rules: Rules, nth: number, ending: Ending): void {
  const row = pick(dueRows(world, rules), nth);
  if (!row) return;
  const fate = rules.fateOf(row, talkOf(world, row.talk).case);
  if (fate !== 'send') {
    row.fate = fate;
    meet(world, `sender: ${fate}`);
  } else if (rules.sendsUnderLock) handOver(world, row, ending);
  else world.pending.push({ talk: row.talk, finish: () => handOver(world, row, ending) });
}

function handOver(world: World, row: Row, ending: Ending): void {
  meet(world, `sender: ${ending}`);
  if (ending === 'sent' || ending === 'no-answer') reach(world, row);
  if (ending === 'sent') {
    row.fate = 'send';
    row.acknowledged++;
    row.sentAt = nowOf(world);
    return;
  }
  row.tries += ending === 'given-up' ? 100 : 1;
  const again = retryAt(row.tries, nowOf(world));
  if (again === undefined) {
    row.fate = 'dead';
    meet(world, 'sender: dead');
  } else row.dueAt = again;
}

/** The channel drops what it had before: the person sees a row once. */
function reach(world: World, row: Row): void {
  if (world.reached.includes(row)) return;
  const talk = talkOf(world, row.talk);
  if (row.by === 'bot' && (talk.case.owner !== null || row.epoch <= talk.ownedUntil)) {
    throw new Error('a bot text reached somebody whom a person had');
  }
  if (world.reached.some((other) => other.talk === row.talk && other.nth > row.nth)) throw new Error('out of order');
  world.reached.push(row);
}
