import { plainForm } from './plain-form.ts';

/** One line of an answer in an entry's own words. */
export interface SourceLine {
  /** Of which section: counts from 0; the first has no heading where the text begins without one. */
  readonly section: number;
  /** `''` for a paragraph, else `- ` or `1. `. */
  readonly marker: string;
  /** Without its marker. */
  readonly text: string;
}

export interface SourceText {
  /** The heading of each section; the first may have none. */
  readonly headings: readonly (string | undefined)[];
  readonly lines: readonly SourceLine[];
}

const HEADING = /^\*\*(.+)\*\*$/;
const MARKER = /^(?:- |\d+\. )/;
/** Here a line may be broken into two that each hold for themselves; never between a condition and what follows from it. */
const BREAKS = /(?<=[。；])|(?<=，)(?=然后)/;

/** Takes an answer apart: sections under bold headings, lists, paragraphs. */
export function sourceText(markdown: string): SourceText {
  const headings: (string | undefined)[] = [];
  const lines: SourceLine[] = [];
  for (const line of markdown.split('\n').filter((one) => one.trim() !== '')) {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) headings.push(heading);
    else {
      if (headings.length === 0) headings.push(undefined);
      const marker = MARKER.exec(line)?.[0] ?? '';
      lines.push({ section: headings.length - 1, marker, text: line.slice(marker.length).trim() });
    }
  }
  return { headings, lines };
}

/** The pieces that a line may be broken into. */
export function piecesOf({ text }: SourceLine): readonly string[] {
  return text.split(BREAKS).filter((piece) => plainForm(piece) !== '');
}
