/** A text of paragraphs, lists, bold and links, taken apart; everything else stays the text it is. */
export type Inline =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'break' }
  | { readonly is: 'bold'; readonly inside: readonly Inline[] }
  | { readonly is: 'link'; readonly label: string; readonly address: string };

export type Block =
  | { readonly is: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly is: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Inline[])[] };

interface Run {
  readonly list: boolean;
  readonly start: number | undefined;
  readonly items: string[][];
}

const ITEM = /^\s{0,3}(?:(\d{1,3})[.)]|[-*+])\s+(.*)$/;

export function parseMarkdown(text: string): readonly Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => runsOf(block.split('\n').filter((line) => line.trim() !== '')))
    .flatMap(blockOf);
}

/** Lines without an empty one between them: runs of items become lists, runs of others paragraphs. */
function runsOf(lines: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const [, number, item] = ITEM.exec(line) ?? [];
    const last = runs.at(-1);
    if (item === undefined) {
      const continues = last && (!last.list || /^\s{2,}\S/.test(line));
      if (continues) last.items.at(-1)?.push(last.list ? line.trim() : line);
      else runs.push({ list: false, start: undefined, items: [[line]] });
    } else if (last?.list && (last.start === undefined) === (number === undefined)) last.items.push([item]);
    else runs.push({ list: true, start: number === undefined ? undefined : Number(number), items: [[item]] });
  }
  return runs;
}

function blockOf({ list, start, items }: Run): readonly Block[] {
  const inside = items.map(broken);
  return list ? [{ is: 'list', start, items: inside }] : inside.map((one) => ({ is: 'paragraph', inside: one }));
}

function broken(lines: readonly string[]): readonly Inline[] {
  return lines.flatMap((line, at): readonly Inline[] =>
    at === 0 ? inlineOf(line) : [{ is: 'break' }, ...inlineOf(line)],
  );
}

/** An escaped sign, a run of stars (a masked number), bold, a link. */
const INLINE =
  /\\([\\*_[\]()<>`#|~+\-.!])|(\*{3,})|\*\*((?:\\.|[^\s*\\])(?:(?:\\.|[^*\\])*(?:\\.|[^\s*\\]))?)\*\*(?!\*)|\[((?:\\.|[^\][\\])+)\]\(([^\s()]+)\)/g;

function inlineOf(text: string): readonly Inline[] {
  const made: Inline[] = [];
  const add = (plain: string): void => {
    if (plain !== '') made.push({ is: 'text', text: plain });
  };
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    const [all, escaped, stars, bold, label, address] = found;
    add(text.slice(end, found.index));
    if (bold !== undefined) made.push({ is: 'bold', inside: inlineOf(bold) });
    // Only to web pages; `javascript:` above all stays text.
    else if (label !== undefined && address !== undefined && /^https?:\/\/[^/]/i.test(address)) {
      made.push({ is: 'link', label: label.replace(/\\(.)/g, '$1'), address });
    } else add(escaped ?? stars ?? all);
    end = found.index + all.length;
  }
  add(text.slice(end));
  return made;
}
