import type { Generated } from 'kysely';
import type { Note, Settled } from '../../bot/case-store.ts';
import type { OutcomeKind, Speaker } from '../../bot/message.ts';
import type { Gap } from '../../bot/ports.ts';
import type { CaseState } from '../../handoff/case.ts';
import type { AgentTables } from './agent-tables.ts';
import type { ChannelTables } from './channel-tables.ts';
import type { InstanceTables } from './instance-tables.ts';
import type { RadarTables } from './radar-tables.ts';
import type { RevisionsTable } from './revisions-table.ts';

/**
 * The tables, as both databases have them: text, whole numbers, one float and the bytes of pictures.
 * Times are ISO 8601 in UTC; `Json` columns hold JSON as text.
 */
export interface Tables extends AgentTables, ChannelTables, InstanceTables, RadarTables {
  readonly talks: TalksTable;
  readonly lines: LinesTable;
  readonly turns: TurnsTable;
  readonly feedback: FeedbackTable;
  readonly gaps: GapsTable;
  readonly tickets: TicketsTable;
  readonly files: FilesTable;
  readonly notes: NotesTable;
  readonly outbox: OutboxTable;
  readonly mails: MailsTable;
  readonly waits: WaitsTable;
  readonly ratings: RatingsTable;
  readonly presence: PresenceTable;
  readonly settings: SettingsTable;
  readonly phone_codes: PhoneCodesTable;
  readonly revisions: RevisionsTable;
  readonly asked: AskedTable;
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
  /** Of the case, beside `life` that holds all of it: for looking up. */
  readonly state: CaseState;
  readonly epoch: number;
  readonly owner: string | null;
  readonly due_at: string | null;
  /** Null where nobody but the assistant ever had it. */
  readonly life: Json | null;
  readonly told: Json;
  /** When the last line was said; null before the first turn. */
  readonly spoken_at: string | null;
  /** When anything last changed; null before the first turn. */
  readonly moved_at: string | null;
  readonly blocked_at: string | null;
  /** The number of the last line that each side has seen. */
  readonly read_user: Generated<number>;
  readonly read_agent: Generated<number>;
  /** Who its person is: a keyed digest. Null where nobody said so. */
  readonly identity: string | null;
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
  /** Of the agent, as users see it. */
  readonly name: string | null;
}

/** Messages that were answered; primary key (talk, id). `answered` is the very text of the answer, or which lines tell it. */
interface TurnsTable {
  readonly talk: string;
  readonly id: string;
  readonly at: string;
  readonly digest: string;
  readonly answered: Json;
  /** When it was looked at for what can be told from its lines; null before. */
  readonly thinned_at: string | null;
}

/**
 * Turns that the assistant answered; primary key (talk, seq), `seq` is the last line of the turn. `error` is the error
 * string of the entries that this very turn recognised, `ms` how long it took to answer; `entries` as JSON.
 */
export interface AskedTable {
  readonly talk: string;
  readonly seq: number;
  readonly at: string;
  readonly channel: string;
  readonly kind: OutcomeKind;
  readonly entry: number | null;
  readonly entries: Json;
  readonly diagnostic: string | null;
  readonly verdict: string | null;
  readonly error: string | null;
  readonly confidence: number;
  readonly ms: number | null;
}

/** What people thought of a line; primary key (talk, seq). `helpful` is 0 or 1. */
interface FeedbackTable {
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
interface FilesTable {
  readonly talk: string;
  readonly id: string;
  readonly at: string;
  readonly sealed: Buffer;
}

/** What only the desk sees; primary key (talk, nth). `after` is the number of the last line before it. */
interface NotesTable {
  readonly talk: string;
  readonly nth: number;
  readonly at: string;
  readonly after: number;
  readonly kind: Note['kind'];
  readonly author: string | null;
  readonly body: Json;
}

/** Lines on their way to people who do not fetch them; primary key (talk, seq). `settled` is null while one is under way. */
interface OutboxTable {
  readonly talk: string;
  readonly seq: number;
  readonly speaker: 'bot' | 'agent' | 'system';
  readonly epoch: number;
  readonly holds: 'waiting' | 'epoch' | null;
  readonly tries: number;
  readonly due_at: string;
  /** Until when somebody is sending it. */
  readonly leased_until: string | null;
  readonly settled: Settled | null;
  readonly settled_at: string | null;
  readonly fault: string | null;
  /** Messages that went out of a line that needs several. */
  readonly parts: Generated<number>;
}

/** Answers to 留言 on their way by e-mail; primary key (talk, seq). The address stays in the sealed contact of the 留言. */
interface MailsTable {
  readonly talk: string;
  readonly seq: number;
  readonly ticket: string;
  readonly tries: number;
  readonly due_at: string;
  readonly settled: Settled | null;
  readonly settled_at: string | null;
  readonly fault: string | null;
}

/** How long people waited for an agent, in milliseconds; primary key (talk, at). */
interface WaitsTable {
  readonly talk: string;
  readonly at: string;
  readonly ms: number;
}

/** How people found the help they got, 1 to 5; one a talk, the last counts. `agent` is who had it last, `said` is masked. */
interface RatingsTable {
  readonly talk: string;
  readonly at: string;
  readonly score: number;
  readonly said: string | null;
  readonly agent: string | null;
}

/** Who is on duty; one row an agent. `available` is 0 or 1. */
interface PresenceTable {
  readonly agent: string;
  readonly available: number;
  readonly capacity: number;
  readonly seen_at: string;
}

/** What is set while the service runs; one row a setting. */
interface SettingsTable {
  readonly name: string;
  readonly value: Json;
  readonly at: string;
}

/** Codes that hand a talk to another device; `hash` is of the code, `sealed` holds the talk's token. */
interface PhoneCodesTable {
  readonly hash: string;
  readonly talk: string;
  readonly sealed: string;
  readonly until: string;
}
