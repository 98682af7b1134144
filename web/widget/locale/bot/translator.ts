import type { Manner } from './manner.ts';
import { createReader, type Where } from './reader.ts';
import { isChinese } from './template.ts';

/** Shows a text of the service in the reader's language; `piece`: a value of its own, not a message. */
export type Translate = (text: string, where?: Where) => string;

const FIELD = /^- \*\*([^*]+)\*\*：(.*)$/;
/** Of the case card: what pages, entries and people say. */
const QUOTED = ['页面提示', '遇到的问题', '想解决的事'];
/** A role or the like, and what is said of it. */
const ABOUT = /^([^：，。]{2,6})：(.+)$/;
const LIST = /^[^。，：；？]+(?:、[^。，：；？]+){2,}$/;
const LINK = /（\[打开\]\(([^()\s]+)\)）/;
/** Texts that are kept as they were shown; they are drawn again and again. */
const KEPT = 500;

/**
 * Shows lines that are made of the bot's own sentences, given with their twins, in the language of these; every other
 * line stays what it is, word for word: entries, what agents and people wrote.
 */
export function createTranslator(twins: Readonly<Record<string, string>>, manner: Manner): Translate {
  const reader = createReader(twins, manner);
  const kept = new Map<string, string>();
  return (text, where = 'line') => {
    const key = where + text;
    const before = kept.get(key);
    if (before !== undefined) return before;
    if (kept.size >= KEPT) kept.clear();
    const said = read(text, where);
    kept.set(key, said);
    return said;
  };

  function read(text: string, where: Where): string {
    const whole = twins[text];
    if (whole !== undefined) return manner.tidied(whole);
    return where === 'piece' ? valueOfField(text) : text.split('\n').map(lineOf).join('\n');
  }

  function lineOf(line: string): string {
    if (!isChinese(line)) return line;
    const link = LINK.exec(line);
    if (!link) return readLine(line) ?? line;
    const said = readLine(line.slice(0, link.index) + line.slice(link.index + link[0].length));
    return said === undefined ? line : linked(said, line.slice(0, link.index), link[1] ?? '');
  }

  function readLine(line: string): string | undefined {
    const [, label = '', value = ''] = FIELD.exec(line) ?? [];
    const name = twins[label];
    if (name !== undefined) {
      const said = QUOTED.indexOf(label) < 0 ? valueOfField(value) : value;
      return manner.tidied(`- **${name}**${manner.copied('：')}${said}`);
    }
    const said = reader.read(line, 'line') ?? about(line) ?? (LIST.test(line) ? reader.read(line, 'piece') : undefined);
    return said === undefined ? undefined : manner.tidied(said);
  }

  function about(line: string): string | undefined {
    const [, label = '', text = ''] = ABOUT.exec(line) ?? [];
    const [name, said] = [twins[label], reader.read(text, 'line')];
    return name === undefined || said === undefined ? undefined : name + manner.copied('：') + said;
  }

  function valueOfField(value: string): string {
    const said = reader.read(value, 'piece');
    return said === undefined ? value : manner.tidied(said);
  }

  /** The link stands after the place that it leads to; where that is called otherwise now, at the end. */
  function linked(said: string, before: string, address: string): string {
    const words = /([^\s“”「」，。]+)”?$/.exec(before)?.[1] ?? '';
    for (let from = 0; from < words.length - 3; from++) {
      const at = said.indexOf(words.slice(from));
      if (at < 0) continue;
      const end = at + words.length - from;
      const closes = /^["”」]/.test(said.slice(end)) ? 1 : 0;
      return `${said.slice(0, end + closes)} ([${manner.open}](${address}))${said.slice(end + closes)}`;
    }
    return `${said} ([${manner.open}](${address}))`;
  }
}
