import type { Case } from '../handoff/case.ts';
import type { RadarStore } from './announcement.ts';
import type { CaseStore, NewNote } from './case-store.ts';
import type { Facts } from './facts.ts';
import type { Answered, ChannelName, FileRef, Line, Message, Outcome, Picture, Reply, Talk } from './message.ts';
import type { OpinionStore } from './opinions.ts';
import type { PhoneCodes } from './phone-codes.ts';
import type { RetentionStore } from './retention-store.ts';
import type { SupervisionStore } from './supervision.ts';
import type { TalkRecord } from './talk-record.ts';

/** One turn: what a person said, to what we answered. */
export type Receive = (message: Message) => Promise<Answered>;

/**
 * A way to reach people.
 *
 * A channel verifies and parses what comes in and hands it to `receive`. `send`
 * delivers what is said to people who do not fetch it; it throws a
 * ChannelError, and what has not arrived by then is tried again.
 */
export interface Channel {
  readonly name: ChannelName;
  open(receive: Receive): Promise<void>;
  send(shipment: Shipment): Promise<void>;
  /** Fetches the pictures of a talk again that came before its person agreed to them being looked at. */
  picturesAgain?(talk: Talk): Promise<readonly Picture[]>;
  close(): Promise<void>;
}

/** Lines of one talk that go out together, in order; a channel may put several into one message, or one into several. */
export interface Shipment {
  readonly to: Talk;
  /** The talk's id. */
  readonly talk: string;
  readonly lines: readonly ShippedLine[];
  /** To be told after each message: these lines are with the person. */
  arrived(...seqs: readonly number[]): Promise<void>;
  /** To be told after each message of a line that needs several: so many went out. */
  begun(seq: number, parts: number): Promise<void>;
}

export interface ShippedLine extends Line {
  /** Messages of it that went out at an earlier try. */
  readonly parts: number;
}

/** Runs one job at a time for each key, in the order asked. */
export interface Lock {
  run<T>(key: string, job: () => Promise<T>): Promise<T>;
}

/** Tells whoever listens that a talk moved. Losing a note is harmless: listeners read the store again. */
export interface Bus {
  publish(talk: string, note?: BusNote): void;
  /** Returns how to stop listening. */
  subscribe(talk: string, heard: (note?: BusNote) => void): () => void;
  /** Hears of every talk. */
  subscribeAll(heard: (talk: string, note?: BusNote) => void): () => void;
}

/** What is only worth knowing now, and is stored nowhere. */
export interface BusNote {
  readonly typing: 'user' | 'agent';
}

/** Seals small secrets (AES-256-GCM). `open` of what was sealed with another key throws. */
export interface Seal {
  seal(plain: string): string;
  open(sealed: string): string;
  /** HMAC-SHA256 with a key of its own, base64url: compares contents without keeping them. */
  digest(plain: string): string;
  sealBytes(plain: Uint8Array): Uint8Array;
  openBytes(sealed: Uint8Array): Uint8Array;
}

/** A file before it is kept. `type` is what its content is (image/jpeg). */
export interface NewFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Pictures at rest: encrypted, for at most 7 days, gone with their talk. */
export interface Vault {
  /** `at` is now (ISO 8601). */
  put(talk: string, file: NewFile, at: string): Promise<FileRef>;
  /** Undefined where the talk has no such file, or no longer. */
  get(talk: string, id: string): Promise<(NewFile & FileRef) | undefined>;
  /** Erases all files of a talk, and tells how many there were. */
  erase(talk: string): Promise<number>;
  /** Erases what is past its time, and tells how many. */
  sweep(at: string): Promise<number>;
}

export interface NewTalk {
  readonly id: string;
  readonly talk: Talk;
  readonly at: string;
  /** SHA-256 of the bearer token; null where the channel itself says who speaks. */
  readonly tokenHash: string | null;
  /** Said by the bot before anything was asked. */
  readonly welcome: readonly Reply[];
}

/** A turn that was answered before. `digest` tells whether the same was asked. */
export interface StoredTurn {
  readonly digest: string;
  readonly answered: Answered;
}

/** A question that no entry answered, or that needed a choice: what an editor reads. Masked. */
export interface Gap {
  readonly at: string;
  readonly text: string;
  readonly outcome: 'not-covered' | 'clarify' | 'handoff';
  /** Likeliest entries, best first. */
  readonly candidates: readonly number[];
  readonly confidence: number;
}

/** A 留言 left for the people of the desk. */
export interface Ticket {
  readonly id: string;
  readonly at: string;
  /** Masked. */
  readonly text: string;
  /** How to reach its writer, sealed. */
  readonly contact: string;
}

export interface StoredTicket extends Ticket {
  readonly talk: string;
  readonly facts: Facts;
  readonly doneAt: string | null;
}

/** Everything one turn changes. It happens whole or not at all. */
export interface Commit {
  readonly id: string;
  /** The `seq` and the case the turn was computed on; when another turn or epoch came first, nothing happens and `commit` gives undefined. */
  readonly seq: number;
  readonly was: Case;
  /** Who has the talk after this turn. */
  readonly case: Case;
  readonly at: string;
  readonly turn?: { readonly id: string; readonly digest: string };
  /** The person's own line, masked. */
  readonly said?: string;
  /** The pictures that came with it. */
  readonly files?: readonly FileRef[];
  readonly replies: readonly Reply[];
  /** Whose replies they are. */
  readonly by: 'bot' | 'system';
  readonly notes?: readonly NewNote[];
  readonly outcome: Outcome;
  /** The error string of the entries that this message names, in words or on a screenshot. */
  readonly recognised?: string;
  /** How long the answer took to make, in milliseconds. */
  readonly ms?: number;
  /** The announcements among its replies; where the talk was told one of them before, nothing happens. */
  readonly announced?: readonly string[];
  readonly facts: Facts;
  readonly memory: Readonly<Record<string, unknown>>;
  readonly gaps?: readonly Gap[];
  readonly ticket?: Ticket;
  /** As its message says: nobody sends the replies, or not before a moment. */
  readonly fetched?: boolean;
  readonly carriedUntil?: string;
  /** Erase all earlier lines, turns, gaps, tickets and feedback of this talk first. */
  readonly erase?: boolean;
  /** Forget what a vendor could fetch again of the pictures that came before this turn. */
  readonly withdraws?: boolean;
}

export interface Erased {
  readonly messages: number;
  readonly pictures: number;
  readonly cases: number;
}

/** A language model that helps to understand, and decides and words nothing. Off unless the operator configures one. */
export interface LanguageModel {
  /** For one turn: all it is asked there shares one time limit, which begins now. */
  consult(): ModelHelper;
}

/**
 * What one turn may ask of the model. What it is given leaves the machine masked. What it gives says no more than that:
 * it is undefined where nothing came in time, or something else; nothing of this throws.
 */
export interface ModelHelper {
  /** A message after the answer about `about`, as a question that stands alone: to look up, never to show. */
  rewrite(message: string, about: string): Promise<string | undefined>;
  /** The two or three questions of a message: to look up, never to show. */
  split(message: string): Promise<readonly string[] | undefined>;
}

/** What the desk remembers. Every method is one thing the desk does. Texts never hold U+0000. */
export interface Store extends CaseStore, SupervisionStore, RadarStore, PhoneCodes, RetentionStore, OpinionStore {
  /** Opens a talk, stores its welcome and gives its lines. */
  open(talk: NewTalk): Promise<readonly Line[]>;
  byId(id: string): Promise<TalkRecord | undefined>;
  byTalk(talk: Talk): Promise<TalkRecord | undefined>;
  /** The talk whose bearer token has this SHA-256, if it is the talk `id`. */
  byToken(id: string, tokenHash: string): Promise<TalkRecord | undefined>;
  turn(id: string, message: string): Promise<StoredTurn | undefined>;
  commit(commit: Commit): Promise<Answered | undefined>;
  /** Lines with a number above `after`, in order, at most `limit`. */
  lines(id: string, after: number, limit: number): Promise<readonly Line[]>;
  /** Who holds a token with this SHA-256 may act for the talk, and nobody who held another. */
  setToken(id: string, tokenHash: string): Promise<void>;
  setContext(id: string, context: Readonly<Record<string, unknown>>): Promise<void>;
  /** Who the person of a talk is, as a keyed digest of what their channel knows them by; null forgets it. */
  setIdentity(id: string, digest: string | null): Promise<void>;
  /** Other talks of the same identity, or of the same account of a channel, in whatever room; opened last first. */
  othersOf(id: string, limit: number): Promise<readonly TalkRecord[]>;
  /** Only lines of the bot can be judged: false where `seq` is none. The last judgement counts. */
  judge(id: string, seq: number, helpful: boolean, at: string): Promise<boolean>;
  addTicket(id: string, ticket: Ticket): Promise<void>;
  /** Of one talk, oldest first. */
  ticketsOf(id: string): Promise<readonly StoredTicket[]>;
  /** Oldest first. */
  tickets(filter: { readonly done: boolean }): Promise<readonly StoredTicket[]>;
  /** False where there is no such open ticket. */
  finishTicket(ticket: string, at: string): Promise<boolean>;
  /** Newest first; those at or after `since` and before `before`, where they are given. */
  gaps(limit: number, since?: string, before?: string): Promise<readonly (Gap & { readonly talk: string })[]>;
  /** Erases the talk and all that hangs on it, and logs at that time that it did, now where none is given, and who wanted it: its person unless told otherwise. */
  erase(id: string, at?: string, who?: 'user' | 'system'): Promise<Erased>;
  /** Throws where the database cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
