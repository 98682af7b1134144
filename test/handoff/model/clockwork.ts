import { stepOf } from '../../../src/handoff/action-step.ts';
import { after } from '../../../src/handoff/after.ts';
import { later } from '../../../src/handoff/later.ts';
import { inOrder } from '../../../src/handoff/queue.ts';
import { RINGING_MS } from '../../../src/handoff/ring.ts';
import type { Action } from '../../../src/handoff/timers.ts';
import { type Change, commit } from './commit.ts';
import type { Rules } from './rules.ts';
import { around, meet, nowOf, onDuty, type TalkState, talkOf, type World } from './world.ts';

/** Time passes; whoever is online is heard of. */
export function tick(world: World, ms: number): void {
  world.now += ms;
  for (const agent of world.agents) if (agent.online) agent.seenAt = nowOf(world);
}

/** One instance looks what is due. */
export function runTimers(world: World, rules: Rules): void {
  for (const talk of world.talks) {
    const read = talk.case;
    for (const action of rules.dueOf(read, around(world, talk))) {
      const finish = () => {
        if (rules.rechecks && !isStillDue(world, rules, talk, action)) meet(world, 'was not due any more');
        else bring(world, rules, talk, read, action);
      };
      world.pending.push({ talk: talk.id, finish });
    }
  }
}

function isStillDue(world: World, rules: Rules, talk: TalkState, action: Action): boolean {
  return rules.dueOf(talk.case, around(world, talk)).some((one) => JSON.stringify(one) === JSON.stringify(action));
}

function bring(world: World, rules: Rules, talk: TalkState, read: TalkState['case'], action: Action): void {
  const at = nowOf(world);
  const step = stepOf(action, at);
  const next = step ? after(read, step) : read;
  if (!next) throw new Error(`${action.is} is due where it may not happen`);
  const { declined, lastLineAt } = talk;
  if (!commit(world, rules, talk, { epoch: read.epoch, next, rows: rowsOf(action) })) return;
  meet(world, `time: ${action.is}`);
  if (action.is === 'ring-over') talk.declined = [...declined, action.agent];
  if (action.is === 'warn-idle') talk.warnedAt = at;
  if (action.is === 'due') talk.backAt = at;
  if (action.is === 'offer-ticket') offered(talk, at);
  if (action.is === 'end') checkEnd(read, talk.warnedAt, lastLineAt);
}

function offered(talk: TalkState, at: string): void {
  if (talk.offeredTicketAt !== undefined && talk.offeredTicketAt >= (talk.case.waitingSince ?? '')) {
    throw new Error('a 留言 was offered twice');
  }
  talk.offeredTicketAt = at;
}

function checkEnd({ unansweredSince }: TalkState['case'], warnedAt = '', lastLineAt = ''): void {
  if (unansweredSince !== null) throw new Error('ended with a message unanswered');
  if (warnedAt < lastLineAt) throw new Error('ended after a word that came after the warning');
}

function rowsOf({ is }: Action): Change['rows'] {
  if (is === 'offer-ticket') return [{ by: 'system', holds: 'waiting' }];
  return is === 'warn-idle' ? [{ by: 'system', holds: 'epoch' }] : [];
}

/** One instance offers what waits to who is free. */
export function ring(world: World, rules: Rules): void {
  const now = nowOf(world);
  const waiting = world.talks.flatMap(({ id, case: { state, reason, waitingSince, front, lastOwner } }) =>
    state === 'queued' && waitingSince !== null
      ? [{ talk: id, reason, waitingSince, front, preferred: lastOwner }]
      : [],
  );
  for (const { talk: id, preferred } of inOrder(waiting, now)) {
    const talk = talkOf(world, id);
    const read = talk.case;
    const agent = rules.whomToRing({ preferred, declined: talk.declined, onDuty: onDuty(world), now });
    if (agent === undefined) continue;
    const finish = () => {
      const next = after(read, { is: 'ring', at: nowOf(world), agent, until: later(nowOf(world), RINGING_MS) });
      if (!next) throw new Error('only what is queued is offered');
      if (commit(world, rules, talk, { epoch: read.epoch, next, rows: [] })) meet(world, 'rings');
    };
    world.pending.push({ talk: id, finish });
  }
}
