import { bare } from '../../text/normalise.ts';
import { syllables } from '../../text/syllables.ts';
import * as words from './person-words.ts';

/** The filing system's own step, and what only sounds like a person. */
const NOT_A_PERSON =
  /([转改换][为成到]?)?人工(审|核|校|复核|智能|智障|费|成本)[核验查对实]?|审核?(的|是)?人工|人工方式|真人(手持|出镜|入镜|照|头像|拍|核验|验证|.{0,2}审)/g;
/** 转 and 人工 with one slip of the key, the ear or the brush. */
const SLIPPED = /[转転专専传砖赚][人入认任仁]\s?([工エ土公共功攻宫供弓恭]|gong)(?![商作厂资业司路享])/g;
const BREAKS = /(?<=[?？])|[,，。.!！;；、~～…:：\n'（）()【】《》[\]{}*#<>/|]+/;
const QUOTES = /["“”「」?？]+/g;
const NO_PERSON =
  /^(我|先|那|就|暂时|现在)*(不|别|不用|不要|不想|不需要|无需|没想|没要)(再|给我|帮我)*(转|找|要|接|叫)?(人工|真人|客服)(客服|服务)?(了|吧|啊|谢谢)*$/;
/** The longest message that is taken for one clause, whatever stands between its letters. */
const SHORT = 8;

/**
 * Whether a normalised message demands a person at the desk: politely, angrily, in passing, misspelt. The filing
 * system's own 转人工审核 is not at the desk; a question about the desk (its telephone, its hours) is no demand.
 */
export function wantsPerson(normalised: string): boolean {
  const said = normalised.replace(SLIPPED, '转人工').replace(NOT_A_PERSON, '…');
  const plain = said.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (words.ENGLISH.some((pattern) => pattern.test(plain))) return true;
  const face = words.FACE.test(normalised);
  const short = bare(said);
  if (short.length <= SHORT && !said.includes('…') && demands(short, true, face)) return true;
  const clauses = said
    .split(BREAKS)
    .filter((clause) => clause.replace(QUOTES, '').replace(words.FILLERS, '').trim() !== '');
  return clauses.some((clause) => demands(clause.trim(), clauses.length === 1, face));
}

/** Whether a normalised message says that no person is wanted, and nothing else. */
export function wantsNoPerson(normalised: string): boolean {
  return NO_PERSON.test(bare(normalised));
}

/** `alone`: nothing else is said beside the clause. `face`: the message is about the verification. */
function demands(clause: string, alone: boolean, face: boolean): boolean {
  const plain = clause.replace(QUOTES, '');
  if (words.NO_BOT.test(plain) || words.LATIN.test(plain) || words.SOUNDS.test(syllables(plain).join(' '))) return true;
  // `@` stands for a person, `%` for one who may only be talked about, `&` for anyone who is fetched.
  const marked = plain.replace(words.SURE, '@').replace(words.LIKELY, '%').replace(words.ANYONE, '&');
  if (!/[@%&]/.test(marked)) return false;
  if ([words.NEGATED, words.TOLD, words.ABOUT].some((pattern) => pattern.test(marked))) return false;
  if (face && !words.URGES.test(plain) && (words.FACE.test(plain) || words.ASKS.test(clause))) return false;
  const rest = marked.replace(words.FILLERS, '').replace(words.FETCH, '').trim();
  const how = words.HOW.test(plain);
  if (how && !alone) return false;
  // 售后 beside a described fault is what entry 2 itself sends people to.
  if (plain.includes('售后') && !alone && !marked.includes('@')) return false;
  if (/^%+$/.test(rest)) return words.FETCHES_LIKELY.test(marked) || (alone && !words.HAILS.test(marked));
  return /^[@&%]+$/.test(rest) || (!how && words.FETCHES.test(marked));
}
