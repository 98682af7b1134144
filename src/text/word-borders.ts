const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words of a text begin and end, as positions in UTF-16 units; its own ends are among them. */
export function wordBorders(text: string): ReadonlySet<number> {
  return new Set([...Array.from(words.segment(text), ({ index }) => index), text.length]);
}
