import type { FileRef, Line, Talk } from '../../bot/message.ts';
import { buttonsOf } from './cards.ts';
import { isMarked, isTheirOwn } from './file-what.ts';
import { isSingle, isStaff } from './parse-robot-message.ts';
import { type Markdown, render } from './render.ts';

/** One message of a line. */
export type Outgoing =
  | { readonly is: 'words'; readonly words: Markdown }
  /** `alone`: for its person alone, though the conversation is in a group. */
  | { readonly is: 'picture'; readonly file: FileRef; readonly alone: boolean }
  /** Tells the group that there were such. */
  | { readonly is: 'shown-alone'; readonly files: readonly FileRef[] }
  /** Files that are fetched on a page of ours. */
  | { readonly is: 'files'; readonly files: readonly FileRef[] };

/** What the upload takes (0646). */
const SHOWN = /^image\/(?:jpeg|png|gif|bmp)$/;
const LARGEST = 20 * 1024 * 1024;

/** Whether a line may have a card of its own, with its choices and more. It is the same at each try. */
export function mayHaveCard(line: Line, to: Talk, cards: boolean): boolean {
  return cards && isStaff(to) && buttonsOf(line) !== undefined;
}

/** The messages that a line takes, in order, but for its card; the same ones at each try. `cards`: whether there is a template for buttons. */
export function messagesOf(line: Line, to: Talk, { cards }: { readonly cards: boolean }): readonly Outgoing[] {
  const { files = [], by } = line;
  const isAgent = by === 'agent';
  const own = isAgent ? files : files.filter((file) => !isTheirOwn(file));
  const isShown = ({ type, size }: FileRef): boolean => SHOWN.test(type) && size <= LARGEST;
  // An agent shows a picture to all who are there; what the desk makes of somebody's papers is theirs alone.
  const alone = !isAgent && !isSingle(to);
  const api = isStaff(to) || (isAgent && !isSingle(to));
  const pictures = api ? own.filter(isShown) : [];
  const rest = own.filter((file) => !pictures.includes(file));
  const text = !alone && pictures.some(isMarked) ? `${line.text}\n\n下一张图里标出了看到的地方。` : line.text;
  return [
    ...render({ ...line, text }, { numbered: !mayHaveCard(line, to, cards) }).map((words) => ({
      is: 'words' as const,
      words,
    })),
    ...pictures.map((file) => ({ is: 'picture' as const, file, alone })),
    ...(alone && pictures.length > 0 ? [{ is: 'shown-alone' as const, files: pictures }] : []),
    ...(rest.length > 0 ? [{ is: 'files' as const, files: rest }] : []),
  ];
}
