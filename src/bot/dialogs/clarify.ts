import { answerReply } from '../answer-text.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { phrases } from '../phrases.ts';
import { answered, notCovered } from '../replies.ts';
import { choiceIn } from '../understanding/choice.ts';
import type { Dialogue } from './dialogue.ts';

export interface ClarifyState {
  readonly candidates: readonly number[];
}

/** Two or three entries were offered: hears which one is meant, by its button or in words. */
export function clarify(knowledge: Knowledge): Dialogue<ClarifyState> {
  return {
    id: 'clarify',
    async hear(turn, { candidates }) {
      const { draft } = turn;
      const entries = candidates.flatMap((number) => knowledge.entries().get(number) ?? []);
      const labels = entries.map(({ label }) => knowledge.normalise(label));
      const choice = choiceIn(draft.text, labels);
      if (!choice) return { is: 'leave' };
      const entry = choice.is === 'one' ? entries[choice.at] : undefined;
      if (entry) {
        await turn.say({ ...answerReply(entry, draft.facts), choices: [phrases.stillFailing, phrases.solved] });
        answered(turn, entry, 1);
      } else {
        await notCovered(turn, knowledge, phrases.noneOfThese, { candidates, confidence: 1 });
      }
      return { is: 'done' };
    },
  };
}
