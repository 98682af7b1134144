import type { Known } from '../../../diagnostics/diagnostic.ts';
import type { NamePair } from '../../../diagnostics/names/layer.ts';
import { namesMasked } from '../../../diagnostics/names/mask-names.ts';
import { traced } from '../../checks/number.ts';
import { report } from '../../checks/report.ts';
import { learnFace } from '../../face-facts.ts';
import { type Facts, remembered } from '../../facts.ts';
import type { Parts } from '../../parts.ts';
import { storedText } from '../../stored-text.ts';
import { learn } from '../../understanding/facts.ts';
import { asksForStandIn } from '../../understanding/stand-in.ts';
import { cannotTell } from '../../understanding/unsure.ts';
import type { Dialogue, Heard, Turn } from '../dialogue.ts';
import { help } from './help.ts';
import { notAnswered } from './not-answered.ts';
import { type DiagnoseState, joined, type Open, waitingFor, without } from './open-checks.ts';
import { toldTo } from './told-to.ts';

/** Interviews a person for any check: one question at a time, interrupted and taken up again at will. */
export function diagnose(parts: Parts): Dialogue<DiagnoseState> {
  return {
    id: 'diagnose',
    async hear(turn, state) {
      const newest = state.open.at(-1);
      if (!newest) return { is: 'leave' };
      // Asked in the middle of the ladder, it is no answer to it.
      if (asksForStandIn(turn.draft.text)) return { is: 'later', state };
      for (const open of state.open.toReversed()) {
        const told = await toldTo(parts, turn, open, open === newest);
        if (told === 'unsure') return help(parts, turn, state, open);
        if (told) return goOn(parts, turn, without(state, open), { open, told });
      }
      return notAnswered(parts, turn, state, newest);
    },
  };
}

/** Takes an answer, tells what it means and asks on. */
async function goOn(
  parts: Parts,
  turn: Turn,
  rest: DiagnoseState,
  { open, told }: { readonly open: Open; readonly told: Known },
): Promise<Heard<DiagnoseState>> {
  const { draft } = turn;
  const entry = parts.knowledge.entries().get(open.entry);
  if (!entry) return { is: 'leave' };
  const before = draft.facts;
  take(turn, open, told);
  const next = await report(turn, {
    checks: parts.checks,
    entry,
    scope: open,
    told,
    changed: [...Object.keys(told), ...Object.keys(draft.heard.facts), ...differing(before, draft.facts)],
    // "vivo 不知道系统几" tells the phone, and wants to be told where the rest stands.
    explain: cannotTell(draft.text),
  });
  return next?.dialog === 'diagnose' ? { is: 'waiting', state: joined(rest, next.state) } : waitingFor(rest, next);
}

/** Remembers what was told, as far as it may be: of a number its trace, of names nothing. */
function take({ draft }: Turn, open: Open, told: Known): void {
  draft.facts = learn(draft.facts, remembered(told));
  if (open.checks.includes('face-verification')) draft.facts = learnFace(draft.facts, draft.heard.face);
  if (isPair(told.names)) draft.stored = storedText(namesMasked(draft.message.text, told.names));
  if (typeof told.idNumber === 'string') draft.facts = { ...draft.facts, ...traced(told.idNumber, draft.message.at) };
}

function isPair(names: unknown): names is NamePair {
  return typeof names === 'object' && names !== null && 'typed' in names && 'document' in names;
}

function differing(before: Facts, after: Facts): readonly string[] {
  return (Object.keys(after) as (keyof Facts)[]).filter((key) => before[key] !== after[key]);
}
