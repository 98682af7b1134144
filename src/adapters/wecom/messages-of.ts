import type { ShippedLine } from '../../bot/ports.ts';
import { HEAD_BYTES } from './menu.ts';
import type { Held } from './message-id.ts';
import { type Part, PIECE_BYTES, partsOfLine } from './parts-of-line.ts';

/** One message to WeCom, and what of our lines it carries. */
export interface OutMessage {
  /** The lines that something of is in it, in order. */
  readonly seqs: readonly number[];
  /** Which message of its last line it is, from 0. */
  readonly part: number;
  readonly content: Part;
  /** The lines that are with the person after it. */
  readonly done: readonly number[];
  /** The line that others are still to follow for. */
  readonly begun?: { readonly seq: number; readonly parts: number };
}

interface Waiting {
  readonly seqs: readonly number[];
  readonly text: string;
}

/**
 * Lines as few messages as they fit into, since WeCom allows five: short ones
 * share one. `tried` is what a message held of which it is not known whether it
 * arrived: it is made again with just the same lines.
 */
export function messagesOf(lines: readonly ShippedLine[], tried?: Held): readonly OutMessage[] {
  const messages: OutMessage[] = [];
  let waiting: Waiting | undefined;
  const flush = (): void => {
    if (!waiting) return;
    const { seqs, text } = waiting;
    messages.push({ seqs, part: 0, content: { is: 'text', text }, done: seqs });
    waiting = undefined;
  };
  /** With the lines before it, where that fits. */
  const joined = (seq: number, text: string, most: number): Waiting => {
    if (waiting && Buffer.byteLength(`${waiting.text}\n\n${text}`) > most) flush();
    const before = waiting;
    waiting = undefined;
    return before ? { seqs: [...before.seqs, seq], text: `${before.text}\n\n${text}` } : { seqs: [seq], text };
  };
  for (const line of lines) {
    const { seq } = line;
    if (tried && waiting?.seqs[0] === tried.first && seq > tried.last) flush();
    const parts = partsOfLine(line);
    const [only] = parts;
    if (only?.is === 'text' && parts.length === 1) {
      waiting = joined(seq, only.text, PIECE_BYTES);
      continue;
    }
    parts.slice(line.parts).forEach((content, index) => {
      const part = line.parts + index;
      const isLast = part === parts.length - 1;
      const own = content.is === 'file' ? undefined : joined(seq, content.text, mostOf(content));
      if (!own) flush();
      const before = own?.seqs.slice(0, -1) ?? [];
      messages.push({
        seqs: own?.seqs ?? [seq],
        part,
        content: own && content.is !== 'file' ? { ...content, text: own.text } : content,
        done: isLast ? [...before, seq] : before,
        ...(!isLast && { begun: { seq, parts: part + 1 } }),
      });
    });
  }
  flush();
  return messages;
}

function mostOf(content: Part): number {
  return content.is === 'menu' ? HEAD_BYTES : PIECE_BYTES;
}
