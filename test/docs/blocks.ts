/** A fenced block of a page, with the line of the page that it begins at. */
export interface Block {
  readonly kind: string;
  readonly text: string;
  readonly line: number;
}

/** Code of one language, or of both one after the other, and what each of them prints. */
export interface Example {
  readonly code: readonly Block[];
  /** Undefined where they print nothing. */
  readonly shown: Block | undefined;
}

const FENCE = /^```(\w+)\n(.*?)^```$/gms;
const CODE = ['sh', 'ts'];
const SHOWN = ['json', 'text'];

export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(FENCE)].map(({ 1: kind = '', 2: text = '', index }) => ({
    kind,
    text,
    line: page.slice(0, index).split('\n').length,
  }));
}

/** The examples of a page. What is shown belongs to the code right before it: `sh`, `ts`, or `sh` and then `ts`. */
export function examplesOf(page: string): readonly Example[] {
  const examples: Example[] = [];
  let code: Block[] = [];
  const finish = (shown?: Block): void => {
    if (code.length > 0) examples.push({ code, shown });
    code = [];
  };
  for (const block of blocksOf(page)) {
    if (SHOWN.includes(block.kind)) finish(block);
    if (!CODE.includes(block.kind)) continue;
    if (code.some(({ kind }) => kind === block.kind || kind === 'ts')) finish();
    code.push(block);
  }
  finish();
  return examples;
}
