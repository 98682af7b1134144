import type { Entry } from '../knowledge/entry.ts';
import { answerReply, differsByPhone, reasonReply, sourceOf, stepsOf } from './answer-text.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { outcome } from './message.ts';
import { phrases } from './phrases.ts';
import { sayAnswer } from './replies.ts';
import type { FollowUp } from './understanding/follow-up.ts';

/** What an entry says for the case that its steps did not help. */
const NEXT_STEP = /(仍无法|仍然失败|仍无|多次尝试|但仍)/;

/** Answers a message that leans on the last entry. */
export async function followUp(turn: Turn, entry: Entry, asked: FollowUp): Promise<void> {
  switch (asked.is) {
    case 'platform':
      return platform(turn, entry, asked.platform);
    case 'step':
      return step(turn, entry, asked.number);
    case 'unclear':
      return stepByStep(turn, entry);
    case 'why':
      return sayAnswer(turn, entry, reasonReply(entry));
    case 'next':
      return sayAnswer(turn, entry, { text: phrases.allSteps, sources: [sourceOf(entry)] });
    case 'again':
      return sayAnswer(turn, entry, answerReply(entry, turn.draft.facts, { lead: phrases.again }));
    case 'still-failing':
      return stillFailing(turn, entry);
  }
}

async function platform(turn: Turn, entry: Entry, phone: (FollowUp & { is: 'platform' })['platform']): Promise<void> {
  turn.draft.facts = { ...turn.draft.facts, platform: phone };
  const lead = phone === 'harmony' ? phrases.harmony : differsByPhone(entry) ? undefined : phrases.samePhone;
  return sayAnswer(turn, entry, answerReply(entry, turn.draft.facts, { lead }));
}

async function step(turn: Turn, entry: Entry, number: number): Promise<void> {
  const { facts } = turn.draft;
  const steps = stepsOf(entry, facts);
  const found = steps[number - 1];
  if (found) return sayAnswer(turn, entry, { text: `${number}. ${found}`, sources: [sourceOf(entry)] });
  return steps.length > 1 ? list(turn, entry, phrases.noSuchStep(steps.length), steps) : sayAnswer(turn, entry);
}

async function stepByStep(turn: Turn, entry: Entry): Promise<void> {
  const steps = stepsOf(entry, turn.draft.facts);
  if (steps.length > 1) return list(turn, entry, phrases.stepByStep, steps, phrases.whichStep);
  return sayAnswer(turn, entry, answerReply(entry, turn.draft.facts, { lead: phrases.again }));
}

async function list(turn: Turn, entry: Entry, lead: string, steps: readonly string[], tail?: string): Promise<void> {
  const numbered = steps.map((one, at) => `${at + 1}. ${one}`).join('\n');
  const text = [lead, numbered, ...(tail ? [tail] : [])].join('\n\n');
  return sayAnswer(turn, entry, { text, sources: [sourceOf(entry)] });
}

async function stillFailing(turn: Turn, entry: Entry): Promise<void> {
  const next = entry.sections
    .flatMap(({ text }) => text.split(/(?<=。)|\n/))
    .find((sentence) => NEXT_STEP.test(sentence))
    ?.replace(/^\s*(-|\d+\.)\s+/, '');
  await turn.say({
    text: next ? `${next}\n\n${phrases.personOffer}` : phrases.nextStepUnknown,
    choices: [phrases.solved, phrases.person],
    ...(next && { sources: [sourceOf(entry)] }),
  });
  turn.settle(outcome('handoff-offered', { entry: entry.number, handoff: 'offered' }));
}
