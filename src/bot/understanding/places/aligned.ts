/** Splits Chinese into words (the dictionary of ICU, which ships with Node). */
const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters beside a name that are enough to tell where its words begin and end. */
const AROUND = 8;

/** Whether a name begins and ends where words do: no for 西安 in 东西安装. */
export function aligned(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - AROUND);
  for (const { index, segment } of words.segment(text.slice(from, end + AROUND))) {
    const begins = from + index;
    const ends = begins + segment.length;
    if ((begins < start && ends > start) || (begins < end && ends > end)) return false;
  }
  return true;
}

/** Whether a text is one word of the dictionary. */
export function isOneWord(text: string): boolean {
  return [...words.segment(text)].length === 1;
}
