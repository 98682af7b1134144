import type { Line } from '../../bot/message.ts';
import { plain } from '../../text/markdown.ts';
import { numberedChoices } from '../vendor/numbered-choices.ts';
import { plainText } from '../vendor/plain-text.ts';
import { splitText } from '../vendor/split-text.ts';

/** Bytes of `msgParam` (0716). */
const LIMIT = 15_000;

/** One message in DingTalk's Markdown. */
export interface Markdown {
  /** What the list of chats shows of it. */
  readonly title: string;
  readonly text: string;
}

interface Rendering {
  /** Whether the choices are written out with numbers: there are no buttons. */
  readonly numbered: boolean;
  /** Who is meant, in a group. */
  readonly to?: string;
}

/** A line as DingTalk shows it: who speaks, the words, the sources, the choices; in as many messages as it takes. Empty where it has no words. */
export function render(
  line: Pick<Line, 'text' | 'by' | 'name' | 'choices' | 'sources'>,
  { numbered, to }: Rendering,
): readonly Markdown[] {
  const { text, by, name, choices = [], sources = [] } = line;
  const who = [to, by === 'agent' && name !== undefined ? `**${name}**` : undefined].filter((one) => one !== undefined);
  const parts = [
    text.trim(),
    sources.map((source) => `依据：${plain(source.title)} · ${source.date}`).join('\n'),
    numbered ? numberedChoices(choices) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return [];
  const title = titleOf(text || choices.join('、'));
  const whole = dingtalkMarkdown([...(who.length > 0 ? [who.join(' ')] : []), ...parts].join('\n\n'));
  return pieces(whole, title, LIMIT).map((piece) => ({ title, text: piece }));
}

/** Cut so that each fits as JSON, where quotes and breaks take two bytes. */
function pieces(text: string, title: string, most: number): readonly string[] {
  return splitText(text, most).flatMap((piece) => {
    const bytes = Buffer.byteLength(JSON.stringify({ title, text: piece }));
    return bytes <= LIMIT ? [piece] : pieces(piece, title, Math.floor((most * LIMIT * 0.98) / bytes));
  });
}

const TITLE = 20;

/** The first words, without the marks of lists and headings, and without addresses. */
function titleOf(text: string): string {
  const words = plainText(text.replace(/\[([^\]]+)\]\(https?:[^)\s]+\)/g, '$1'))
    .replace(/^[\p{Zs}\t]*(?:[-*·•>]|#{1,6}(?=\s)|\d{1,2}[.、)）](?=\s))\s*/gmu, '')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}“《【（]+/u, '')
    .trim();
  const letters = [...words];
  if (letters.length === 0) return '备案助手';
  return letters.length <= TITLE ? words : `${letters.slice(0, TITLE).join('')}…`;
}

/** What stands for a mark that was escaped: DingTalk's Markdown knows no backslashes. */
const WIDE: Readonly<Record<string, string>> = {
  ...{ '*': '＊', _: '＿', '[': '［', ']': '］', '<': '＜', '>': '＞', '`': '｀', '#': '＃', '|': '｜', '~': '～' },
};

/** Our Markdown as DingTalk's: breaks within a paragraph kept, no pictures, no addresses but of the web. */
export function dingtalkMarkdown(markdown: string): string {
  const flat = markdown
    .replace(/\\([\\*_[\]()<>`#|~.+-])/g, (_all, mark: string) => WIDE[mark] ?? mark)
    .replace(/!\[/g, '！[')
    .replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, '$1');
  const lines = flat.split('\n');
  const isItem = (line: string | undefined): boolean => line === undefined || /^\s*(?:[-*]|\d+\.)\s/.test(line);
  return lines
    .map((line, at) => {
      const next = lines[at + 1];
      const goesOn = line.trim() !== '' && next !== undefined && next.trim() !== '' && !isItem(next);
      return goesOn ? `${line.trimEnd()}  ` : line;
    })
    .join('\n');
}
