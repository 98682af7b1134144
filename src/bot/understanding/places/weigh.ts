import { agreed } from './agreed.ts';
import { claims, cueAfter } from './cues-after.ts';
import { cueBefore } from './cues-before.ts';
import { denied } from './denied.ts';
import type { Group } from './group.ts';
import { hedged, type Judged } from './hedges.ts';
import { joinCues } from './join-cues.ts';
import { type Place, standings } from './standing.ts';

/** 用总公司备案: what is said of the head office before holds of where it is. */
const HEAD_FILES =
  /(?:[用以拿按走]|主体[是用填]?|备案的?[是用填]?)的?(?:总公司|总部|母公司|集团)|(?:总公司|总部|母公司)(?:的?(?:名义|主体|执照))?[来去]?备案/u;
/** Which of several firms files, by what it was called beside its place: 备第二家, 用B公司. */
const FILES_ONE = /(?:备案?(?:的是|的|是|用)?|[用拿以]|主体[是用])(?:我们)?(第[一二三四]家|[a-z]公司|[新老子]公司)/u;
/** 广东还是湖南: a question, not a statement. */
const EITHER = /还是|或|\bor\b/u;
const STILL = /^(?:也|都|就)?(?:还|仍|依然|依旧)(?:是|在)?$/u;
const UNCHANGED = /(?:执照|注册|登记|主体).{0,8}(?:没|未|不)/u;
/** A person files as themself: the identity card is what a licence is to a firm. */
const PERSONAL = /个人(?:备案|主体|名义|网站|站|博客)|以个人/u;
const CARD = /身份证|户口|户籍/u;

/** What the words around each group of places say of it. */
export function weigh(text: string, groups: readonly Group[]): readonly Place[] {
  let taken = false;
  return groups.map((group) => {
    const before = taken ? '' : group.before;
    taken = claims(group.after, group.leads, cueBefore(before) !== undefined);
    return weighOne(text, { ...group, before });
  });
}

function weighOne(text: string, group: Group): Place {
  const { start, end, pieces } = group;
  const { standing, words, extra } = judge(text, group);
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

function judge(text: string, group: Group): Judged {
  const { start, end, pieces, before, clause, after, leads } = group;
  const not = denied(group);
  if (not !== undefined) return { standing: 'never', words: not, extra: 0 };
  if (EITHER.test(text.slice(start, end)) && differ(pieces)) return { standing: 'plain', words: '', extra: 0 };
  if (STILL.test(before) && UNCHANGED.test(clause)) return { standing: 'files', words: before, extra: 0 };
  const left = cueBefore(before);
  const right = cueAfter(after, { leads, linked: before.endsWith('是'), told: left !== undefined });
  const cue = joinCues(left, right, { before, after });
  if (CARD.test(`${before.slice(-8)}${after.slice(0, 4)}`) && PERSONAL.test(text)) {
    return { ...cue, standing: 'licensed', extra: 0 };
  }
  if (cue.standing === 'head' && HEAD_FILES.test(text)) return { ...cue, standing: 'files', extra: 0 };
  const one = FILES_ONE.exec(text)?.[1];
  if (one && before.includes(one)) return { standing: 'files', words: one, extra: 0 };
  return hedged(text, group, cue);
}

function differ(pieces: Group['pieces']): boolean {
  const [first, ...rest] = pieces.map(({ provinces }) => provinces);
  return first !== undefined && rest.some((provinces) => !provinces.some((province) => first.includes(province)));
}
