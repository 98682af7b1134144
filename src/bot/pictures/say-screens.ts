import type { Entry } from '../../knowledge/entry.ts';
import { answer } from '../answer.ts';
import { looksAt } from '../checks/examine.ts';
import { report } from '../checks/report.ts';
import { checksOf, scopeOf } from '../checks/scope.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { learn } from '../understanding/facts.ts';
import type { Looked } from './look.ts';

/** So sure the words on an unknown screen must be of their entry. */
const SURE = 0.9;
/** Lines of an unknown screen that are read back. */
const SHOWN = 6;

/** Answers screenshots: by the error they show, by the versions they tell, or honestly not at all. */
export async function sayScreens(turn: Turn, parts: Parts, screens: readonly Looked[]): Promise<Next | undefined> {
  const { draft } = turn;
  const { knowledge, checks } = parts;
  const found = screens.flatMap(({ report: { seen } }) => seen?.screen?.errors ?? []);
  const numbers = [...new Set(found.map(({ entry }) => entry))];
  const entries = numbers.flatMap((number) => knowledge.entries().get(number) ?? []);
  const [first] = found;
  const versions = Object.assign({}, ...screens.map(({ report: { seen } }) => seen?.screen?.versions ?? {}));
  draft.facts = learn(draft.facts, versions);
  if (first && entries.length === 1) {
    draft.facts = { ...draft.facts, errorText: first.error };
    const next = await answer(turn, checks, entries, { confidence: first.score, lead: phrases.onScreen(first.line) });
    settled(turn, 'recognised');
    return next;
  }
  if (entries.length > 1) return choose(turn, entries);
  if (Object.keys(versions).length > 0) return ofVersions(turn, parts, screens, Object.keys(versions));
  return unknown(turn, parts, screens);
}

/** Several errors on one screen: which one is meant. */
async function choose(turn: Turn, entries: readonly Entry[]): Promise<Next> {
  const candidates = entries.slice(0, 3).map(({ number }) => number);
  await turn.say({
    text: phrases.severalOnScreen,
    choices: [...entries.map(({ label }) => label), phrases.clarifyNone],
  });
  turn.settle(outcome('clarify', { candidates }));
  settled(turn, 'recognised');
  return { dialog: 'clarify', state: { candidates, question: '' } };
}

/** A screen that tells versions: what they mean for the entry at hand, or for scanning. */
async function ofVersions(
  turn: Turn,
  parts: Parts,
  screens: readonly Looked[],
  told: readonly string[],
): Promise<Next | undefined> {
  const { knowledge, checks } = parts;
  const { entry: number = 0 } = turn.draft.facts;
  const all = [...knowledge.entries().values()];
  const hasCheck = (entry: Entry): boolean =>
    checksOf(checks, scopeOf(checks, entry)).some((check) => looksAt(check, told));
  const entry = [knowledge.entries().get(number), ...all].find((one) => one !== undefined && hasCheck(one));
  if (!entry) return unknown(turn, parts, screens);
  return report(turn, { checks, entry, scope: scopeOf(checks, entry), changed: told });
}

/** Said to be unknown, with what was read; the words are looked up as a question would be. */
async function unknown(
  turn: Turn,
  { knowledge, checks }: Parts,
  screens: readonly Looked[],
): Promise<Next | undefined> {
  const lines = screens.flatMap(({ report: { seen } }) => seen?.lines ?? []);
  const text = knowledge.normalise(lines.join(' ').slice(0, 500));
  const decision = text === '' ? undefined : await knowledge.decide(text);
  const best = knowledge.entries().get(decision?.candidates[0]?.entry ?? 0);
  const read = lines.slice(0, SHOWN).join(' / ');
  if (best && decision?.kind === 'answer' && decision.confidence >= SURE) {
    const next = await answer(turn, checks, [best], {
      confidence: decision.confidence,
      lead: phrases.readOnScreen(read),
    });
    settled(turn, 'unknown-screen');
    return next;
  }
  await turn.say({
    text: read === '' ? phrases.nothingOnScreen : phrases.unknownScreen(read),
    choices: [phrases.person],
  });
  turn.settle(outcome('finding'));
  settled(turn, 'unknown-screen');
  return undefined;
}

function settled(turn: Turn, verdict: 'recognised' | 'unknown-screen'): void {
  if (turn.draft.outcome) turn.settle({ ...turn.draft.outcome, diagnostic: 'screenshot', verdict });
}
