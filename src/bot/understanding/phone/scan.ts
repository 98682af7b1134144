import type { Lexicon, Word } from './lexicon.ts';
import type { Mark, Numeral } from './mark.ts';
import { misspelt } from './misspelt.ts';
import { numeralAt } from './numeral.ts';

/** One piece of the model that follows a brand: 12, x20, xs max, note, k40, 青春版. A dotted number is none. */
const MODEL =
  / ?(?:(?:x[rs]?|se|air|pro|max|plus|mini|ultra|lite|note|play|fold|flip|neo|ace)+(?![a-z])|青春版|尊享版|标准版|旗舰版|探索版|至尊版|(?:[a-z]{1,6} ?)?\d{1,4}(?!\d|\.\d|点\d)(?:[a-z]{1,2}(?![a-z]))?)/y;
const LETTERS = /[a-z]+/y;
const LETTERS_AND_DIGITS = /[a-z]+\d*/y;
const API_LEVEL = /(?:_int)?(?: ?(?:level|等级|级别|版本|version))? ?(?:是|为|:|=)? ?(\d{1,2})(?![\d.])/y;
const NEXT_NAME = / ?(\p{Script=Han}{1,8}|[a-z]{1,20})/uy;

/** More words and numbers than anybody writes in one message; of more the last count. */
const MOST = 200;

/** The words and numbers of a normalised message that bear on phones and versions, in order, none overlapping. */
export function scan(text: string, lexicon: Lexicon): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < text.length; ) {
    const found = wordAt(text, at, lexicon) ?? numberAt(text, at, lexicon);
    if (found) marks.push(...found);
    at = found?.at(-1)?.end ?? at + skip(text, at);
  }
  return marks.slice(-MOST);
}

function wordAt(text: string, at: number, lexicon: Lexicon): readonly Mark[] | undefined {
  const word =
    lexicon.words.get(text.charAt(at))?.find((candidate) => stands(text, at, candidate)) ?? misspelt(text, at, lexicon);
  if (!word) return undefined;
  const { kind, platform } = word;
  const end = at + word.text.length;
  if (kind === 'release') return [named(at, end, word.release ?? '')];
  if (kind === 'api') return apiAt(text, at, end, lexicon);
  const right = text.charAt(end) === ' ' ? end + 1 : end;
  const another = word.notFollowedBy.find((after) => text.startsWith(after, right));
  if (another !== undefined) return [{ kind: 'other', start: at, end: right + another.length }];
  if (kind === 'device') return [{ kind, platform, start: at, end: modelEnd(text, end, lexicon) }];
  const mark: Mark = { kind, platform, start: at, end };
  return kind === 'system' && platform === 'android' ? [mark, ...releaseAt(text, end, lexicon)] : [mark];
}

/** A Latin word stands alone; but a brand may run into its model (vivox20). */
function stands(text: string, at: number, word: Word): boolean {
  if (!text.startsWith(word.text, at)) return false;
  const next = text.charAt(at + word.text.length);
  if (word.beforeDigit && !/\d/.test(next)) return false;
  if (/^[a-z]/.test(word.text) && /[a-z]/.test(text.charAt(at - 1))) return false;
  if (word.notPrecededBy.some((before) => text.endsWith(before, at))) return false;
  if (!/[a-z]$/.test(word.text) || !/[a-z]/.test(next)) return true;
  LETTERS.lastIndex = at + word.text.length;
  const run = LETTERS.exec(text)?.[0] ?? '';
  return word.kind === 'device' && /^(?:x[rs]?|se|pro|max|plus|mini|note|[a-z]{1,2})$/.test(run);
}

function modelEnd(text: string, from: number, lexicon: Lexicon): number {
  let end = from;
  for (;;) {
    MODEL.lastIndex = end;
    const [piece] = MODEL.exec(text) ?? [];
    if (!piece) return end;
    const letter = end + piece.search(/[a-z]/);
    const other = letter >= end && lexicon.words.get(text.charAt(letter))?.some((word) => stands(text, letter, word));
    if (other) return end;
    end += piece.length;
  }
}

function apiAt(text: string, start: number, end: number, lexicon: Lexicon): readonly Mark[] {
  API_LEVEL.lastIndex = end;
  const found = API_LEVEL.exec(text);
  const version = lexicon.api.get(Number(found?.[1]));
  return found && version ? [named(start, end + found[0].length, version)] : [{ kind: 'other', start, end }];
}

function releaseAt(text: string, from: number, lexicon: Lexicon): readonly Mark[] {
  NEXT_NAME.lastIndex = from;
  const [whole = '', name = ''] = NEXT_NAME.exec(text) ?? [];
  for (const [word, version] of lexicon.afterAndroid) {
    const fits = /^[a-z]/.test(word) ? name === word : name.startsWith(word);
    const start = from + whole.length - name.length;
    const spells = word.length === 1 && /^(?:[^\P{L}系版的是]|[\d.])/u.test(text.slice(start + 1));
    if (fits && !spells) return [named(start, start + word.length, version)];
  }
  return [];
}

function named(start: number, end: number, value: string): Numeral {
  return { kind: 'number', platform: 'android', form: 'named', vague: false, start, end, value };
}

function numberAt(text: string, at: number, lexicon: Lexicon): readonly Mark[] | undefined {
  if (/[a-z]/.test(text.charAt(at)) && !/^v\d/.test(text.slice(at, at + 2))) return undefined;
  if (text.charAt(at) === 'v' && /[a-z]/.test(text.charAt(at - 1))) return undefined;
  const found = numeralAt(text, at);
  if (found?.kind !== 'number' || found.vague || !/[a-km-z]/.test(text.charAt(found.end))) return found && [found];
  const glued = lexicon.words.get(text.charAt(found.end))?.some((word) => stands(text, found.end, word));
  return [glued ? found : { kind: 'junk', start: at, end: found.end }];
}

/** How far to the next place where something may begin: letters and their digits (x20, h5) go together. */
function skip(text: string, at: number): number {
  LETTERS_AND_DIGITS.lastIndex = at;
  return Math.max(1, LETTERS_AND_DIGITS.exec(text)?.[0].length ?? 1);
}
