import type { Entry } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { answer } from '../answer.ts';
import { decisionOf } from '../decision-of.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { notCovered } from '../replies.ts';
import { choiceIn, namedIn } from '../understanding/choice.ts';
import { followUpIn } from '../understanding/follow-up.ts';
import type { Dialogue, Heard, Turn } from './dialogue.ts';

export interface ClarifyState {
  readonly candidates: readonly number[];
  /** What was asked, masked. */
  readonly question: string;
}

/** Two or three entries were offered: hears which one is meant, by its button or in words. */
export function clarify({ knowledge, checks }: Parts): Dialogue<ClarifyState> {
  return {
    id: 'clarify',
    async hear(turn, state) {
      const { text } = turn.draft;
      const entries = state.candidates.map((number) => knowledge.entries().get(number));
      const labels = entries.map((entry) => (entry ? knowledge.normalise(entry.label) : ''));
      const choice = choiceIn(text, labels) ?? byName(text, entries, knowledge);
      const there = entries.filter((entry) => entry !== undefined);
      if (there.length === 0) return { is: 'leave' };
      switch (choice?.is) {
        case 'one': {
          const entry = entries[choice.at];
          if (!entry) return { is: 'leave' };
          const next = await answer(turn, checks, [entry], { confidence: 1 });
          return { is: 'done', ...(next && { next }) };
        }
        case 'all':
          await answer(turn, checks, there, { confidence: 1, lead: phrases.several(there.length) });
          return { is: 'done' };
        case 'none':
          await notCovered(turn, knowledge, phrases.noneOfThese, {
            gap: { candidates: state.candidates, confidence: 1, text: state.question },
          });
          return { is: 'done' };
        case 'unsure':
          return unsure(turn, state, there);
        default:
          return (await isTalk(turn, knowledge)) ? { is: 'later', state } : { is: 'leave' };
      }
    },
  };
}

function byName(
  text: string,
  entries: readonly (Entry | undefined)[],
  knowledge: Knowledge,
): ReturnType<typeof choiceIn> {
  if (followUpIn(text)) return undefined;
  const names = entries.map((entry) =>
    entry ? [entry.label, entry.title, ...entry.errors].map((name) => knowledge.normalise(name)).join('\n') : '',
  );
  const at = namedIn(text, names);
  return at === undefined ? undefined : { is: 'one', at };
}

async function unsure(turn: Turn, state: ClarifyState, entries: readonly Entry[]): Promise<Heard<ClarifyState>> {
  const { candidates } = state;
  await turn.say({ text: phrases.clarifyUnsure, choices: [...entries.map(({ label }) => label), phrases.clarifyNone] });
  turn.settle(outcome('clarify', { candidates }));
  return { is: 'waiting', state };
}

/** A greeting or a word of thanks in between: it is answered, the choice stays open. */
async function isTalk({ draft }: Turn, knowledge: Knowledge): Promise<boolean> {
  const { kind, outside } = await decisionOf(draft, knowledge);
  return kind === 'outside' && outside.kind === 'smalltalk' && !followUpIn(draft.text);
}
