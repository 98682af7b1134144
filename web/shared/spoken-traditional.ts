import { traditional } from './traditional.ts';

const QUOTED = /(“[^“”]*”)/;

/**
 * What the bot says in Traditional Chinese. Names of buttons and pages in quotation marks stay as they stand on the
 * person's screen, but for our own (`shown`), which are in their language, too.
 */
export function spokenTraditional(
  texts: readonly string[],
  shown: readonly string[],
): Readonly<Record<string, string>> {
  const ours = new Set([...texts, ...shown]);
  const said = (part: string): string => {
    const name = part.slice(1, -1);
    const isKept = QUOTED.test(part) && !ours.has(name) && !/^\{\w+\}$/.test(name);
    return isKept ? `「${name}」` : traditional(part);
  };
  return Object.fromEntries(texts.map((text) => [text, text.split(QUOTED).map(said).join('')]));
}
