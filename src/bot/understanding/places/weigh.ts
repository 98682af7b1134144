import { agreed } from './agreed.ts';
import { claims, cueAfter } from './cues-after.ts';
import { cueBefore } from './cues-before.ts';
import { denied } from './denied.ts';
import type { Group } from './group.ts';
import { hedged, type Judged } from './hedges.ts';
import { joinCues } from './join-cues.ts';
import { type SaidAnywhere, saidAnywhere } from './said-anywhere.ts';
import { type Place, standings } from './standing.ts';

/** 广东还是湖南: a question, not a statement. */
const EITHER = /还是|或|\bor\b/u;
const STILL = /^(?:也|都|就)?(?:还|仍|依然|依旧)(?:是|在)?$/u;
const UNCHANGED = /(?:执照|注册|登记|主体).{0,8}(?:没|未|不)/u;
const CARD = /身份证|户口|户籍/u;

/** What the words around each group of places say of it. */
export function weigh(text: string, groups: readonly Group[]): readonly Place[] {
  const anywhere = saidAnywhere(text);
  let taken = false;
  return groups.map((group) => {
    const before = taken ? '' : group.before;
    taken = claims(group.after, group.leads, cueBefore(before) !== undefined);
    return weighOne(text, { ...group, before }, anywhere);
  });
}

function weighOne(text: string, group: Group, anywhere: SaidAnywhere): Place {
  const { start, end, pieces } = group;
  const { standing, words, extra } = judge(text, group, anywhere);
  return {
    text: text.slice(start, end),
    start,
    end,
    provinces: agreed(text, pieces),
    standing,
    weight: standings[standing] + extra,
    because: words,
  };
}

function judge(text: string, group: Group, anywhere: SaidAnywhere): Judged {
  const { start, end, pieces, before, clause, after, leads } = group;
  const not = denied(group);
  if (not !== undefined) return { standing: 'never', words: not, extra: 0 };
  if (EITHER.test(text.slice(start, end)) && differ(pieces)) return { standing: 'plain', words: '', extra: 0 };
  if (STILL.test(before) && UNCHANGED.test(clause)) return { standing: 'files', words: before, extra: 0 };
  const left = cueBefore(before);
  const right = cueAfter(after, { leads, linked: before.endsWith('是'), told: left !== undefined });
  const cue = joinCues(left, right, { before, after });
  if (CARD.test(`${before.slice(-8)}${after.slice(0, 4)}`) && anywhere.isPersonal) {
    return { ...cue, standing: 'licensed', extra: 0 };
  }
  if (cue.standing === 'head' && anywhere.headFiles) return { ...cue, standing: 'files', extra: 0 };
  const { firm } = anywhere;
  if (firm && before.includes(firm)) return { standing: 'files', words: firm, extra: 0 };
  return hedged(anywhere, group, cue);
}

function differ(pieces: Group['pieces']): boolean {
  const [first, ...rest] = pieces.map(({ provinces }) => provinces);
  return first !== undefined && rest.some((provinces) => !provinces.some((province) => first.includes(province)));
}
