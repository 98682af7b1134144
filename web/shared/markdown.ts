/** Paragraphs, lists, bold and links; everything else stays the text it is. */
export type Inline =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'break' }
  | { readonly is: 'bold'; readonly inside: readonly Inline[]; readonly isShort: boolean }
  | { readonly is: 'link'; readonly label: string; readonly address: string };

export type Block =
  | { readonly is: 'paragraph'; readonly inside: readonly Inline[]; readonly isHeading: boolean }
  | {
      readonly is: 'list';
      readonly isOrdered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    };

/** Reads the service's Markdown. Nothing of it ever becomes markup: what it gives is data. */
export function markdown(text: string): readonly Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => blocks(block.split('\n').filter((line) => line.trim() !== '')));
}

const ITEM = /^\s{0,3}(?:(\d{1,3})[.)]|[-*+])\s+(.*)$/;

type Made = { is: 'paragraph'; lines: string[] } | { is: 'list'; isOrdered: boolean; start: number; items: string[][] };

/** Lines without an empty one between them: runs of items become lists, runs of others paragraphs. */
function blocks(lines: readonly string[]): readonly Block[] {
  const made: Made[] = [];
  for (const line of lines) {
    const [, number, item] = ITEM.exec(line) ?? [];
    const last = made[made.length - 1];
    if (item === undefined) {
      if (last?.is === 'list' && /^\s{2,}\S/.test(line)) last.items[last.items.length - 1]?.push(line.trim());
      else if (last?.is === 'paragraph') last.lines.push(line);
      else made.push({ is: 'paragraph', lines: [line] });
    } else if (last?.is === 'list' && last.isOrdered === (number !== undefined)) last.items.push([item]);
    else made.push({ is: 'list', isOrdered: number !== undefined, start: Number(number ?? 1), items: [[item]] });
  }
  return made.map(blockOf);
}

function blockOf(made: Made): Block {
  if (made.is === 'list') return { ...made, items: made.items.map(broken) };
  const inside = broken(made.lines);
  return { is: 'paragraph', inside, isHeading: inside.length === 1 && inside[0]?.is === 'bold' };
}

function broken(lines: readonly string[]): readonly Inline[] {
  return lines.flatMap((line, at): readonly Inline[] => (at === 0 ? inline(line) : [{ is: 'break' }, ...inline(line)]));
}

/** Characters of a bold text that never break: a name on a screen, not a sentence. */
const SHORT = 12;
/** An escaped sign, a run of stars (a masked number), bold, a link. */
const INLINE =
  /\\([\\*_[\]()<>`#|~+\-.!])|(\*{3,})|\*\*((?:\\.|[^\s*\\])(?:(?:\\.|[^*\\])*(?:\\.|[^\s*\\]))?)\*\*(?!\*)|\[((?:\\.|[^\][\\])+)\]\(([^\s()]+)\)/g;

function inline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  const say = (said: string): void => {
    const last = found[found.length - 1];
    if (said === '') return;
    if (last?.is === 'text') found[found.length - 1] = { is: 'text', text: last.text + said };
    else found.push({ is: 'text', text: said });
  };
  let end = 0;
  const pattern = new RegExp(INLINE);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [all, escaped, stars, bold, label, address] = match;
    say(text.slice(end, match.index));
    if (bold !== undefined) found.push({ is: 'bold', inside: inline(bold), isShort: bold.length <= SHORT });
    else if (label !== undefined && address !== undefined && isWeb(address)) {
      found.push({ is: 'link', label: label.replace(/\\(.)/g, '$1'), address });
    } else say(escaped ?? stars ?? all);
    end = match.index + all.length;
  }
  say(text.slice(end));
  return found;
}

/** Only web pages; never `javascript:` and its like. */
function isWeb(address: string): boolean {
  return /^https?:\/\/[^/]/i.test(address);
}
