import { answer } from '../answer.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import type { Screens } from './say-screens.ts';

/** So sure the words on an unknown screen, or beside it, must be of their entry. */
const SURE = 0.9;
/** Lines of an unknown screen that are read back. */
const SHOWN = 6;

/** The phone's own line above every screen, and signs without words. */
const OF_PHONE = /^(?:(?:上午|下午)?\d{1,2}[:：]\d{2}|(?:[2-6]G)?\s*\d{1,3}\s*%|[2-6]G|[^\p{L}\p{N}]+|\p{L}|\d)$/u;

/** A screen that no entry knows is said to be unknown, with what was read; its words, and those beside it, are looked up as a question would be. */
export async function sayUnknown(
  turn: Turn,
  { knowledge, checks }: Parts,
  { screens, beside }: Pick<Screens, 'screens' | 'beside'>,
): Promise<Next | undefined> {
  const lines = screens.flatMap(({ report: { seen } }) => seen?.lines ?? []);
  const read = lines
    .filter((line) => !OF_PHONE.test(line))
    .slice(0, SHOWN)
    .join(' / ');
  const text = knowledge.normalise(lines.join(' ').slice(0, 500));
  const [asked, onScreen] = await Promise.all([sureEntry(knowledge, beside.text), sureEntry(knowledge, text)]);
  const best = asked ?? onScreen;
  if (best) {
    const lead = asked ? phrases.askedBeside(read) : phrases.readOnScreen(read);
    const next = await answer(turn, checks, [best.entry], { confidence: best.confidence, lead });
    settled(turn);
    return next;
  }
  await turn.say({
    text: read === '' ? phrases.nothingOnScreen : phrases.unknownScreen(read),
    choices: [phrases.person],
  });
  turn.settle(outcome('finding', { handoff: 'offered' }));
  settled(turn);
  return secondTime(turn);
}

async function sureEntry({ decide, entries }: Parts['knowledge'], text: string) {
  if (text === '') return undefined;
  const { kind, candidates, confidence } = await decide(text);
  const entry = entries().get(candidates[0]?.entry ?? 0);
  return entry && kind === 'answer' && confidence >= SURE ? { entry, confidence } : undefined;
}

/** Two turns without an answer: a person may come. */
function secondTime({ draft }: Turn): Next | undefined {
  const { unanswered = 0 } = draft.facts;
  draft.facts = { ...draft.facts, unanswered: unanswered + 1 };
  if (unanswered === 0) return undefined;
  return { dialog: 'offer', state: { reason: 'no_answer_twice', entry: null, declined: false } };
}

function settled(turn: Turn): void {
  if (turn.draft.outcome) turn.settle({ ...turn.draft.outcome, diagnostic: 'screenshot', verdict: 'unknown-screen' });
}
