/** Words with which people begin a second question in the same message. */
const ALSO = /[,，。;；!！?？\s]*(?:还有(?:一个(?:问题)?|个问题)?|另外(?:问一下|想问)?|顺便(?:再?问(?:一下|下)?)?|对了|再问(?:一下|下)?|还想(?:问(?:一下|下)?|知道)|第二个问题(?:是)?|and also|also)[,，:：\s]*/;
const BETWEEN = /[?？]+\s*|[;；\n]+|。\s*/;
const SHORTEST = 4;

/**
 * The questions of a normalised message: more than one only where words or two
 * question marks say so. A story with many sentences is one question.
 */
export function questionsIn(normalised: string): readonly string[] {
  const byWords = parts(normalised.split(new RegExp(ALSO, 'g')));
  if (byWords.length > 1) return byWords;
  const marks = normalised.match(/[?？]/g)?.length ?? 0;
  const byMarks = marks > 1 ? parts(normalised.split(BETWEEN)) : [];
  return byMarks.length > 1 ? byMarks : [normalised];
}

function parts(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece) => piece.trim()).filter((piece) => piece.length >= SHORTEST);
}
