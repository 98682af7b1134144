import { containment } from './containment.ts';
import { type Fault, faultOf } from './fault-of.ts';
import { letters, plainForm } from './plain-form.ts';
import { piecesOf, type SourceLine, type SourceText, sourceText } from './source-lines.ts';

/** An answer in other words, or why it is none. */
export type Rephrased = { readonly text: string } | { readonly fault: Fault };

/**
 * A sentence shares at least this part of its pairs of characters with the line it says. Of 10 000 sentences made from
 * the entries by words that mean the same and up to two courtesies, 99 % share 0.70 or more; of 170 000 sentences about
 * something else 99.9 % share 0.45 or less. It keeps filling out; it cannot keep mistakes out, since a line with two
 * characters less, 彩色 or 有效, shares 0.83 and more: that takes the same plain form.
 */
const SHARED = 0.6;

/** Marks that no sentence has. */
const REPEATED = /[，。、；：,.;:、“”"‘’'「」][，。、；：,.;:]/;

/** One text of the model and what it says of the source. */
interface Said {
  readonly text: string;
  readonly line: number;
  /** Pieces of the line, from the first to the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * Puts the lines of a model together as an answer. Each must say what one line
 * of `own`, or whole pieces of one, says, and together they must say all of it,
 * once: steps, paragraphs and unheaded sections in their order; the points of a
 * list and headed sections may change places. Marks, numbers of steps and
 * headings are those of `own`. `keep` are words that must stay letter by letter.
 */
export function rephrased(own: string, texts: readonly string[], keep: readonly string[] = []): Rephrased {
  const source = sourceText(own);
  const said: Said[] = [];
  for (const text of texts.map(tidy)) {
    const found = place(text, source.lines, said);
    if (!found || containment(text, source.lines[found.line]?.text ?? '') < SHARED) {
      return { fault: faultOf(text, source.lines, SHARED) };
    }
    said.push(found);
  }
  if (!isWhole(said, source.lines)) return { fault: 'left-out' };
  if (!isInOrder(said, source)) return { fault: 'order' };
  const text = written(said, source);
  return namesIn(own, keep).every((name) => letters(text).includes(letters(name))) ? { text } : { fault: 'names' };
}

/** On one line, with the end of a sentence. */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /[。；：，]$/.test(line) ? line : `${line.replace(/[.;:,]$/, '')}。`;
}

/** The pieces that a text says, none of which was said before. */
function place(text: string, lines: readonly SourceLine[], said: readonly Said[]): Said | undefined {
  const form = plainForm(text);
  if (REPEATED.test(text)) return undefined;
  for (const [line, one] of lines.entries()) {
    const pieces = piecesOf(one).map(plainForm);
    for (let from = 0; from < pieces.length; from++) {
      for (let to = from; to < pieces.length; to++) {
        if (pieces.slice(from, to + 1).join('') !== form) continue;
        if (!said.some((other) => other.line === line && other.from <= to && from <= other.to)) {
          return { text, line, from, to };
        }
      }
    }
  }
  return undefined;
}

function isWhole(said: readonly Said[], lines: readonly SourceLine[]): boolean {
  const count = said.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return count === lines.reduce((sum, line) => sum + piecesOf(line).length, 0);
}

/** Whether nothing stands after what has to come after it. */
function isInOrder(said: readonly Said[], { headings, lines }: SourceText): boolean {
  const order = [...new Set(said.map(({ line }) => line))];
  const together = said.every(({ line, from }, at) => {
    const before = said[at - 1];
    return before?.line === line ? before.to < from : from === 0;
  });
  const sections = order.map((line) => lines[line]?.section ?? 0);
  const isApart = sections.every(
    (section, at) => at === 0 || section === sections[at - 1] || !sections.slice(0, at).includes(section),
  );
  const mayMove = new Set(headings).size === headings.length;
  return (
    together &&
    isApart &&
    order.every((one, at) =>
      order.slice(at + 1).every((other) => {
        const [first, second] = [lines[one], lines[other]];
        if (!first || !second || one < other) return true;
        if (first.section !== second.section) return mayMove && headings[second.section] !== undefined;
        return lines.slice(other, one + 1).every(({ marker }) => marker === '- ');
      }),
    )
  );
}

/** The texts under the headings and behind the marks of their lines; a paragraph in pieces becomes a list. */
function written(said: readonly Said[], { headings, lines }: SourceText): string {
  const blocks: string[] = [];
  let list: string[] = [];
  const endList = (): void => {
    if (list.length > 0) blocks.push(list.join('\n'));
    list = [];
  };
  let section = headings[0] === undefined ? 0 : -1;
  for (const line of new Set(said.map((one) => one.line))) {
    const source = lines[line];
    if (!source) continue;
    if (source.section !== section) {
      endList();
      section = source.section;
      blocks.push(`**${headings[section]}**`);
    }
    const texts = said.filter((one) => one.line === line).map(({ text }) => text);
    if (source.marker !== '') list.push(source.marker + texts.join(''));
    else {
      endList();
      blocks.push(texts.length === 1 ? texts.join('') : texts.map((text) => `- ${text}`).join('\n'));
    }
  }
  endList();
  return blocks.join('\n\n');
}

/** What is pressed, and what else must stay as it is. */
function namesIn(own: string, keep: readonly string[]): readonly string[] {
  const pressed = [...own.matchAll(/单击([^，。；]{1,20})/g)].map(([, name = '']) => name);
  return [...pressed, ...keep.filter((word) => own.includes(word))];
}
