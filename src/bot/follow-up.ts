import type { Entry } from '../knowledge/entry.ts';
import { answerReply, differsByPhone, reasonReply, sourceOf, stepsOf } from './answer-text.ts';
import { report } from './checks/report.ts';
import { scopeOf } from './checks/scope.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { Next } from './dialogs/next.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';
import { sayAnswer } from './replies.ts';
import { stillFailing } from './still-failing.ts';
import type { FollowUp } from './understanding/follow-up.ts';

/** A wrong character rather than a wrong person, or where to put it right. */
export const SLIP = /改|错|漏|多(打|写)了?|少(打|写)了?|不一样的字|同音/;

/** Answers a message that leans on the last entry. */
export async function followUp(turn: Turn, parts: Parts, entry: Entry, asked: FollowUp): Promise<Next | undefined> {
  switch (asked.is) {
    case 'platform':
      return platform(turn, parts, entry, asked.platform);
    case 'step':
      return step(turn, entry, asked.number);
    case 'unclear':
      return stepByStep(turn, entry);
    case 'why':
      return sayAnswer(turn, entry, reasonReply(entry));
    case 'next':
      return sayAnswer(turn, entry, { text: phrases.allSteps, sources: [sourceOf(entry)] });
    case 'filled':
      return filled(turn, parts, entry);
    case 'again':
      return sayAnswer(turn, entry, answerReply(entry, turn.draft.facts, { lead: phrases.again }));
    case 'still-failing':
      return stillFailing(turn, parts, entry);
  }
}

async function platform(
  turn: Turn,
  { checks }: Parts,
  entry: Entry,
  phone: (FollowUp & { is: 'platform' })['platform'],
): Promise<Next | undefined> {
  const facts = { ...turn.draft.facts, platform: phone };
  turn.draft.facts = facts;
  const lead = phone === 'harmony' ? phrases.harmony : differsByPhone(entry) ? undefined : phrases.samePhone;
  const scope = scopeOf(checks, entry);
  return report(turn, { checks, entry, scope, answer: answerReply(entry, facts, { lead }) });
}

/** What was filled in: a slip is put right as the entry says, another person is a matter of the province's rule. */
async function filled(turn: Turn, { checks }: Parts, entry: Entry): Promise<Next | undefined> {
  const scope = scopeOf(checks, entry);
  const { province } = turn.draft.facts;
  if (SLIP.test(turn.draft.text) || !province || !scope.checks.includes('province')) return sayAnswer(turn, entry);
  return report(turn, { checks, entry, scope });
}

async function step(turn: Turn, entry: Entry, number: number): Promise<undefined> {
  const { facts } = turn.draft;
  const steps = stepsOf(entry, facts);
  const found = steps[number - 1];
  if (found) return sayAnswer(turn, entry, { text: `${number}. ${found}`, sources: [sourceOf(entry)] });
  return steps.length > 1 ? list(turn, entry, phrases.noSuchStep(steps.length), steps) : sayAnswer(turn, entry);
}

async function stepByStep(turn: Turn, entry: Entry): Promise<undefined> {
  const steps = stepsOf(entry, turn.draft.facts);
  if (steps.length > 1) return list(turn, entry, phrases.stepByStep, steps, phrases.whichStep);
  return sayAnswer(turn, entry, answerReply(entry, turn.draft.facts, { lead: phrases.again }));
}

async function list(
  turn: Turn,
  entry: Entry,
  lead: string,
  steps: readonly string[],
  tail?: string,
): Promise<undefined> {
  const numbered = steps.map((one, at) => `${at + 1}. ${one}`).join('\n');
  const text = [lead, numbered, ...(tail ? [tail] : [])].join('\n\n');
  return sayAnswer(turn, entry, { text, sources: [sourceOf(entry)] });
}
