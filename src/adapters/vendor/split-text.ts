/** Where a text is cut, best first: between paragraphs, lines, sentences, parts of a sentence, words. */
const SEAMS = [/\n\n+/g, /\n/g, /(?<=[。！？!?])/g, /(?<=[，；、,;])/g, / /g] as const;

/**
 * Cuts a text into pieces of at most `most` bytes of UTF-8, at the best seam
 * there is; never within a character as a person sees it. The pieces together
 * are the text, but for white space at the cuts.
 */
export function splitText(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (Buffer.byteLength(rest) > most) {
    const at = cutOf(rest, most);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

/** The index of the cut: a seam after the first third of what fits, or else after the last whole character. */
function cutOf(text: string, most: number): number {
  const fits = fitting(text, most);
  for (const seam of SEAMS) {
    let best = 0;
    for (const { index, 0: found } of text.slice(0, fits + 2).matchAll(seam)) {
      if (index <= fits && index > best) best = index;
      if (found === '' && index > fits) break;
    }
    if (best >= fits / 3) return best;
  }
  return fits;
}

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });

function fitting(text: string, most: number): number {
  let bytes = 0;
  let end = 0;
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > most) break;
    end = index + segment.length;
  }
  // One character alone that is larger than all that fits: cut within it, at a code point.
  return end > 0
    ? end
    : Math.max(
        1,
        Buffer.from(text)
          .subarray(0, most)
          .toString('utf8')
          .replace(/\uFFFD+$/, '').length,
      );
}
