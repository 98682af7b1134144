import { after } from '../../../src/handoff/after.ts';
import type { Case } from '../../../src/handoff/case.ts';
import { botMaySpeak } from '../../../src/handoff/may-speak.ts';
import type { Step } from '../../../src/handoff/step.ts';
import { type Change, commit } from './commit.ts';
import type { Rules } from './rules.ts';
import { availableIn, type Kind, meet, nowOf, type Said, talkOf, type World } from './world.ts';

/** A person says something; where we crash before it is stored, the channel will bring it again. */
export function say(world: World, rules: Rules, talk: string, kind: Kind, crashes: boolean): void {
  const said = { id: `m${world.said.length}`, talk, kind, kept: 0, done: false };
  world.said.push(said);
  if (crashes) meet(world, 'crashed before a message was stored');
  else receive(world, rules, said);
}

/** A message comes in, perhaps again: it is stored once, and answered until an answer is stored. */
export function receive(world: World, rules: Rules, said: Said): void {
  const talk = talkOf(world, said.talk);
  if (said.kept > 0) meet(world, said.done ? 'came again after its answer' : 'came again before its answer');
  if (said.kept === 0) {
    const next = after(talk.case, { is: 'user-speaks', at: nowOf(world) }) ?? talk.case;
    if (!commit(world, rules, talk, { epoch: talk.case.epoch, next, rows: [] })) throw new Error('a message was lost');
    talk.lastLineAt = nowOf(world);
    said.kept++;
  }
  if (!said.done) compute(world, rules, said);
}

/** Begins an answer to the case as it is now, to be stored later. */
function compute(world: World, rules: Rules, said: Said): void {
  const talk = talkOf(world, said.talk);
  const read = talk.case;
  const answer = answerTo(world, read, said);
  if (!answer) {
    said.done = true;
    return;
  }
  const finish = () => {
    if (said.done && rules.once) meet(world, 'was answered by another instance');
    else if (commit(world, rules, talk, answer)) said.done = true;
    else if (answerTo(world, talk.case, said)) {
      meet(world, 'answered anew under another epoch');
      compute(world, rules, said);
    } else {
      meet(world, 'late answer became a draft');
      said.done = true;
    }
  };
  world.pending.push({ talk: talk.id, finish });
}

/** What is answered: by the desk where somebody waits, by the assistant where it may speak; undefined is silence. */
function answerTo(world: World, read: Case, { id, kind }: Said): Change | undefined {
  const step = stepFor(world, read, kind);
  const next = step && after(read, step);
  if (next) return { epoch: read.epoch, next, rows: [{ by: 'system', answers: id, holds: 'waiting' }] };
  return botMaySpeak(read) ? { epoch: read.epoch, next: read, rows: [{ by: 'bot', answers: id }] } : undefined;
}

function stepFor(world: World, { state }: Case, kind: Kind): Step | undefined {
  const at = nowOf(world);
  const isWaiting = state === 'queued' || state === 'ringing';
  switch (kind) {
    case 'text':
      return undefined;
    case 'person':
    case 'complaint': {
      const reason = kind === 'person' ? 'user_asked' : kind;
      return { is: world.open && availableIn(world) > 0 ? 'hand-over' : 'leave-ticket', at, reason };
    }
    case 'ticket':
      return { is: 'leave-ticket', at, reason: null };
    case 'stay':
      return isWaiting ? { is: 'stay-with-bot', at } : undefined;
    case 'wait':
      return isWaiting ? { is: 'wait', at } : undefined;
    case 'leave':
      return isWaiting ? { is: 'leave-queue', at } : undefined;
  }
}
