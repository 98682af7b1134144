import type { Decision } from '../knowledge/decide.ts';
import type { Entry, OutsideKind } from '../knowledge/entry.ts';
import { differsByPhone, sameRemedy } from './answer-text.ts';
import type { Draft } from './draft.ts';
import { type FollowUp, leaningIn } from './understanding/follow-up.ts';
import { onlyFacts } from './understanding/told-back.ts';

/** So likely something else is meant that the last answer is not thought of. */
export const ELSEWHERE = 0.9;
/** As likely as this the last entry is still thought of, where a message is cut short. */
export const POSSIBLE = 0.05;
/** What was filled in: after an entry on names that is its matter. */
const FILLED = /填(的|成|了|写|错)|写(的|成|错)了?|改成|打错|输错|弄错/;
/** The number of the person who is verified, not of the head of the filing party. */
export const NUMBER = /^(?!.*(?:法人|法定代表|负责人|主体)).*(?:证件号|身份证号|号码|核验者)/;
/** What a remark on the last answer looks like when it is read alone. */
const LOOSE: ReadonlySet<OutsideKind> = new Set(['smalltalk', 'nonsense', 'abuse']);

/**
 * How a message leans on the last entry, although it could be read alone. Undefined where it is about something else:
 * what stands alone is never read with the last entry.
 */
export function leansOn(
  { text, heard }: Pick<Draft, 'text' | 'heard'>,
  last: Entry,
  decision: Decision,
  best: Entry | undefined,
): FollowUp | undefined {
  const leaning = leaningIn(text);
  if (leaning?.is === 'again' && stillPossible(last, decision)) return leaning;
  if (elsewhere(last, decision, best)) return undefined;
  if (last.checks.includes('app-version') && heard.facts.appUpToDate) return { is: 'still-failing' };
  if (decision.kind === 'answer') return leaning?.is === 'still-failing' ? leaning : undefined;
  if (last.checks.includes('name-check') && FILLED.test(text) && !NUMBER.test(text)) return { is: 'filled' };
  if (heard.facts.platform && onlyFacts(text, heard) && differsByPhone(last)) {
    return { is: 'platform', platform: heard.facts.platform };
  }
  return leaning;
}

/** Of several entries that may be meant, the one answered last, where it is the likeliest. */
export function meantAgain(last: Entry | undefined, { kind, candidates }: Decision): boolean {
  return last !== undefined && kind === 'clarify' && candidates[0]?.entry === last.number;
}

function stillPossible(last: Entry, { kind, candidates, confidence }: Decision): boolean {
  const found = candidates.find(({ entry }) => entry === last.number);
  return kind === 'answer' && confidence < ELSEWHERE && (found?.probability ?? 0) >= POSSIBLE;
}

function elsewhere(last: Entry, { kind, outside, error }: Decision, best: Entry | undefined): boolean {
  if (kind !== 'answer') return !LOOSE.has(outside.kind) && outside.probability > ELSEWHERE;
  return best !== undefined && best !== last && (error !== undefined || !sameRemedy(best, last));
}
