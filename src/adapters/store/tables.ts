import type { Speaker } from '../../bot/message.ts';
import type { Gap } from '../../bot/ports.ts';

/**
 * The tables, as both databases have them: text, whole numbers, one float and the bytes of pictures.
 * Times are ISO 8601 in UTC; `Json` columns hold JSON as text.
 */
export interface Tables {
  readonly talks: TalksTable;
  readonly lines: LinesTable;
  readonly turns: TurnsTable;
  readonly feedback: FeedbackTable;
  readonly gaps: GapsTable;
  readonly tickets: TicketsTable;
  readonly files: FilesTable;
}

/** JSON text. */
export type Json = string;

/** One row a conversation; unique by (channel, room, person). */
export interface TalksTable {
  readonly id: string;
  readonly channel: string;
  readonly room: string;
  readonly person: string;
  readonly token_hash: string | null;
  readonly opened_at: string;
  readonly seq: number;
  readonly facts: Json;
  readonly memory: Json;
  readonly context: Json;
}

/** What was said; primary key (talk, seq). */
export interface LinesTable {
  readonly talk: string;
  readonly seq: number;
  readonly at: string;
  readonly speaker: Speaker;
  readonly said: string;
  readonly choices: Json | null;
  readonly sources: Json | null;
  readonly files: Json | null;
  readonly outcome: Json | null;
}

/** Messages that were answered; primary key (talk, id). `answered` is the very text of the answer. */
export interface TurnsTable {
  readonly talk: string;
  readonly id: string;
  readonly at: string;
  readonly digest: string;
  readonly answered: Json;
}

/** What people thought of a line; primary key (talk, seq). `helpful` is 0 or 1. */
export interface FeedbackTable {
  readonly talk: string;
  readonly seq: number;
  readonly at: string;
  readonly helpful: number;
}

/** Primary key (talk, seq, nth): `seq` is the last line of the turn, `nth` counts the gaps of one turn from 0. */
export interface GapsTable {
  readonly talk: string;
  readonly seq: number;
  readonly nth: number;
  readonly at: string;
  readonly question: string;
  readonly outcome: Gap['outcome'];
  readonly candidates: Json;
  readonly confidence: number;
}

/** 留言; `contact` is sealed, `done_at` null while it waits. */
export interface TicketsTable {
  readonly id: string;
  readonly talk: string;
  readonly at: string;
  readonly message: string;
  readonly contact: string;
  readonly done_at: string | null;
}

/** Pictures, where the vault is a table; primary key (talk, id). `sealed` holds the name too. */
export interface FilesTable {
  readonly talk: string;
  readonly id: string;
  readonly at: string;
  readonly sealed: Buffer;
}
