import type { FileRef, Line } from '../../bot/message.ts';
import { numberedChoices } from '../vendor/numbered-choices.ts';
import { plainText } from '../vendor/plain-text.ts';
import { splitText } from '../vendor/split-text.ts';
import { fitsMenu, HEAD_BYTES } from './menu.ts';
import { wecomWords } from './wecom-words.ts';

/** A message of WeCom, before it has an id. */
export type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'menu'; readonly text: string; readonly choices: readonly string[] }
  | { readonly is: 'file'; readonly file: FileRef };

/** Bytes of a text message, less what the last one of a window says: how to go on. */
const TEXT_BYTES = 2048;
export const GO_ON_BYTES = 256;
export const PIECE_BYTES = TEXT_BYTES - GO_ON_BYTES;

/** The messages that a line needs, whatever else goes out with it: its text, cut where it is too long, its buttons, its files. */
export function partsOfLine({ by, name, text, choices = [], sources = [], files = [] }: Line): readonly Part[] {
  const basis = sources.map(({ title, date }) => wecomWords.basis(title, date)).join('\n');
  const asButtons = choices.length > 0 && fitsMenu(choices);
  const numbers = asButtons ? '' : numberedChoices(choices);
  const words = by === 'agent' && name !== undefined && text !== '' ? `${name}：${plainText(text)}` : plainText(text);
  const whole = [words, basis, numbers].filter((one) => one !== '').join('\n\n');
  const shown = files.map((file): Part => ({ is: 'file', file }));
  if (whole === '') return shown;
  const pieces = splitText(whole, PIECE_BYTES);
  const said = asButtons ? withButtons(pieces, choices) : pieces.map((piece): Part => ({ is: 'text', text: piece }));
  return [...said, ...shown];
}

/**
 * The buttons stand under the last piece. The head of a menu is shorter than a text: what does not fit goes as a text,
 * whole, and the buttons under its last paragraph.
 */
function withButtons(pieces: readonly string[], choices: readonly string[]): readonly Part[] {
  const last = pieces.at(-1) ?? '';
  const all = Buffer.byteLength(last) <= HEAD_BYTES ? pieces : [...pieces.slice(0, -1), ...lastParagraphApart(last)];
  return all.map((text, at): Part => (at === all.length - 1 ? { is: 'menu', text, choices } : { is: 'text', text }));
}

function lastParagraphApart(text: string): readonly string[] {
  const at = text.lastIndexOf('\n\n');
  const [head, tail] = [text.slice(0, at), text.slice(at + 2)];
  return at > 0 && Buffer.byteLength(tail) <= HEAD_BYTES ? [head, tail] : splitText(text, HEAD_BYTES);
}
