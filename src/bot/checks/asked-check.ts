import { withLast } from '../../diagnostics/numbers/identity-trace.ts';
import { judgeTrace } from '../../diagnostics/numbers/judge-trace.ts';
import { lastCharacterIn } from '../../diagnostics/numbers/last-character.ts';
import { readLastCharacter } from '../../diagnostics/numbers/typed-number.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import type { Parts } from '../parts.ts';
import { checkNumber, numberAlone } from './number.ts';
import { report } from './report.ts';
import { sayChecked } from './say-checked.ts';
import { entryWith } from './scope.ts';

/** Runs a check that was asked for by its button, by a number to be judged, or by a correction of one. `no` where none was. */
export async function askedCheck(turn: Turn, parts: Parts, last: Entry | undefined): Promise<Next | undefined | 'no'> {
  const { knowledge, checks } = parts;
  const { text, facts, message } = turn.draft;
  const pressed = checks.all().find(({ title }) => knowledge.normalise(title) === text);
  if (pressed) {
    const entry = entryWith(knowledge, pressed.id, last);
    if (!entry) return 'no';
    return report(turn, { checks, entry, scope: { entry: entry.number, checks: [pressed.id] } });
  }
  const character = facts.idTrace && lastCharacterIn(text);
  if (facts.idTrace && character) {
    turn.draft.facts = { ...facts, idTrace: withLast(facts.idTrace, readLastCharacter(character)) };
    await sayChecked(turn, parts, 'id-number', judgeTrace(facts.idTrace, character));
    return undefined;
  }
  return numberAlone(message.text) ? checkNumber(turn, parts, message.text) : 'no';
}
