import type { Entry } from '../knowledge/entry.ts';
import { answerReply, sourceOf, stepsOf } from './answer-text.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { outcome } from './message.ts';
import { phrases } from './phrases.ts';
import { answered } from './replies.ts';
import type { FollowUp } from './understanding/follow-up.ts';

/** What an entry says for the case that its steps did not help. */
const NEXT_STEP = /(仍无法|仍然失败|仍无|多次尝试|但仍)/;

/** Answers a message that leans on the last entry. */
export async function followUp(turn: Turn, entry: Entry, asked: FollowUp): Promise<void> {
  const { draft } = turn;
  switch (asked.is) {
    case 'platform':
      draft.facts = { ...draft.facts, platform: asked.platform };
      await turn.say({ ...answerReply(entry, draft.facts), choices: [phrases.stillFailing, phrases.solved] });
      return answered(turn, entry, 1);
    case 'step': {
      const steps = stepsOf(entry);
      const step = steps[asked.number - 1];
      if (step) await turn.say({ text: step, sources: [sourceOf(entry)] });
      else await turn.say(answerReply(entry, draft.facts, steps.length > 0 ? phrases.noSuchStep(steps.length) : undefined));
      return answered(turn, entry, 1);
    }
    case 'again':
      await turn.say({ ...answerReply(entry, draft.facts), choices: [phrases.stillFailing, phrases.solved] });
      return answered(turn, entry, 1);
    case 'still-failing': {
      const next = entry.sections
        .flatMap(({ text }) => text.split(/(?<=。)|\n/))
        .find((sentence) => NEXT_STEP.test(sentence))
        ?.replace(/^\s*(-|\d+\.)\s+/, '');
      await turn.say({
        text: next ? `${next}\n\n${phrases.personOffer}` : phrases.nextStepUnknown,
        choices: [phrases.person],
        ...(next && { sources: [sourceOf(entry)] }),
      });
      return turn.settle(outcome('handoff-offered', { entry: entry.number, handoff: 'offered' }));
    }
  }
}
