/** One line of an answer, as it must reach the person whatever the channel makes of it. */
export interface ExpectedLine {
  readonly text: string;
  /** `title date` of each. */
  readonly sources: readonly string[];
  readonly choices: readonly string[];
}

/** What is said, and what must be answered. */
export interface Turn {
  readonly said: string;
  readonly lines: readonly ExpectedLine[];
}

export type Dialogue = readonly Turn[];

/** The letters and digits of a text, which no channel changes; its marks, blanks and breaks are each channel's own. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The parts of an answer that come in this order: words, then what they rest on. */
export function tokensOf({ lines }: Turn): readonly string[] {
  return lines
    .flatMap(({ text, sources }) => [text, ...sources.map((source) => `依据 ${source}`)])
    .map(bare)
    .filter((token) => token !== '');
}

export function choicesOf({ lines }: Turn): readonly string[] {
  return lines.flatMap(({ choices }) => choices).map(bare);
}
