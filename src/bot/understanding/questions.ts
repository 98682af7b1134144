/** Words with which people begin a second question in the same message, and the marks of a numbered list. */
const ALSO =
  /(?:(?:还有|另外)(?!没有|别的|其他|其它)(?:(?:一个|个)?(?:问题|事)|(?:再|想)?问(?:一下|下)?|想问(?:一下|下)?)?|顺便(?:再?问(?:一下|下)?)?|对了|再问(?:一下|下)?|还想(?:问(?:一下|下)?|知道)|第[二三](?:个|件)(?:问题|事)(?:是)?|其次|and also|also)[,，:：\s]*/g;
const MARKS_BEFORE = /(?<![,，。;；!！?？、\s])[,，。;；!！?？、\s]+$/;
const LISTED = /(?:问题)?(?<![\d.第])[1-9][.、)）:：](?!\d)\s*|(?:^|[\s,，。;；?？])(?:问题)?[一二三][、)）:：]\s*/g;
const BETWEEN = /[?？]+\s*|[;；\n]+|。\s*/;
const COMMAS = /[,，。;；?？!！]+\s*/;
const ASKS = /怎么|怎样|咋|如何|哪|吗|什么|啥|多大|多少|几[个天点张]|为何|为啥|can i|how|where|what/;
const SHORTEST = 4;
/** More pieces at once, or a longer message, are not taken apart as a whole: each piece is decided by itself, which takes its time. */
export const MOST_PIECES = 8;
export const LONGEST_IN_PIECES = 400;

export interface Questions {
  readonly parts: readonly string[];
  /** Whether the person said so themselves ("还有", a list), or only the marks suggest it. */
  readonly told: boolean;
}

/** The questions of a normalised message; one where it is a story, however many sentences it has. */
export function questionsIn(normalised: string): Questions {
  const found = normalised.length <= LONGEST_IN_PIECES ? apart(normalised) : undefined;
  return found && found.parts.length <= MOST_PIECES ? found : { parts: [normalised], told: false };
}

function apart(normalised: string): Questions {
  const also = normalised.split(ALSO);
  const ways = [normalised.split(LISTED), [...also.slice(0, -1).map(unmarked), ...also.slice(-1)]];
  for (const pieces of ways) {
    const parts = long(pieces);
    if (parts.length > 1) return { parts, told: true };
  }
  const marks = normalised.match(/[?？]/g)?.length ?? 0;
  const parts =
    marks > 1 ? long(normalised.split(BETWEEN)) : long(normalised.split(COMMAS)).filter((part) => ASKS.test(part));
  return parts.length > 1 ? { parts, told: false } : { parts: [normalised], told: false };
}

const unmarked = (piece: string): string => piece.replace(MARKS_BEFORE, '');

function long(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece) => piece.trim()).filter((piece) => piece.length >= SHORTEST);
}
