import type { Case, CaseState } from '../handoff/case.ts';
import type { Waiting } from '../handoff/queue.ts';
import type { Facts } from './facts.ts';
import type { Line, Reply } from './message.ts';
import type { TalkRecord } from './talk-record.ts';
import type { Told } from './told.ts';

/** Something for the eyes of the desk only. */
export interface NewNote {
  /** Written by an agent, drafted by the assistant, or something that happened. */
  readonly kind: 'note' | 'draft' | 'event';
  /** An agent's id; null for the assistant and for the desk itself. */
  readonly author: string | null;
  /** JSON; of a note `{ text }`, masked. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Note extends NewNote {
  /** Counts from 1 within its talk. */
  readonly nth: number;
  readonly at: string;
  /** The number of the last line before it. */
  readonly after: number;
}

/** Something that the desk says outside of a turn. */
export interface NewLine {
  readonly by: 'agent' | 'system';
  /** Of an agent, as users see it: 客服 07. */
  readonly name?: string;
  readonly reply: Reply;
  /** For how long it is true: while the person waits, or until the case changes at all; always where it is left out. */
  readonly holds?: 'waiting' | 'epoch';
  /** It is with the person already: nobody sends it. */
  readonly carried?: true;
}

/** A change of a case with all that belongs to it. It happens whole or not at all. */
export interface Move {
  readonly id: string;
  readonly at: string;
  /** What it was decided on; where the epoch has moved on, nothing happens. */
  readonly was: Case;
  readonly next: Case;
  /** As it was; where it is another by now, nothing happens. */
  readonly wasTold: Told;
  /** An agent who must have room for one more conversation, with what rings at them; where they have none, nothing happens. */
  readonly room?: string;
  /** Who did it, for the audit log: an agent's id, or `system`. */
  readonly by: string;
  readonly told: Told;
  readonly lines: readonly NewLine[];
  readonly notes: readonly NewNote[];
  readonly facts?: Facts;
  /** An agent's message, so that it is said once. */
  readonly message?: { readonly id: string; readonly digest: string };
  /** How long the person waited for an agent, in milliseconds. */
  readonly waited?: number;
  /** The announcement that its line is; where the talk was told it before, nothing happens. */
  readonly announces?: string;
  /**
   * The 留言 that its agent's line answers: they are done with it. The writer of `mail` gets it by e-mail, too; one that
   * is not among them was answered before.
   */
  readonly answers?: { readonly tickets: readonly string[]; readonly mail?: string };
}

/** An agent's readiness to take conversations. */
export interface Presence {
  readonly agent: string;
  readonly available: boolean;
  /** Conversations at a time. */
  readonly capacity: number;
  readonly seenAt: string;
}

/** One line on its way to a person who does not fetch it. */
export interface Delivery {
  readonly talk: string;
  readonly seq: number;
  readonly by: 'bot' | 'agent' | 'system';
  readonly epoch: number;
  readonly holds?: 'waiting' | 'epoch';
  readonly tries: number;
  readonly dueAt: string;
}

/** A delivery with how far it is. */
export interface UnderWay extends Delivery {
  /** Messages that went out already, of a line that needs several. */
  readonly parts: number;
  /** Until when somebody is sending it; null for nobody. */
  readonly leasedUntil: string | null;
}

/** How a delivery ended. */
export type Settled = 'sent' | 'drafted' | 'dropped' | 'dead';

/** An agent's line on its way to the writer of a 留言 by e-mail. */
export interface AnswerMail {
  readonly talk: string;
  readonly seq: number;
  readonly ticket: string;
  readonly tries: number;
  readonly dueAt: string;
}

/** How far a line is on a way on which it is sent; null while it is under way. */
export interface Sending {
  readonly seq: number;
  readonly way: 'channel' | 'mail';
  readonly settled: Settled | null;
  /** It can only go on once its person has written again. */
  readonly parked?: true;
}

/** What the store knows of cases and of those who work on them. */
export interface CaseStore {
  /** The lines it added; undefined, and nothing happened, where the epoch has moved or the message was said before. */
  move(move: Move): Promise<readonly Line[] | undefined>;
  note(id: string, note: NewNote, at: string): Promise<void>;
  /** From the oldest. */
  notes(id: string): Promise<readonly Note[]>;
  /** Those in any of these states, by when they were last spoken in; `latest`: from the other end. */
  cases(
    states: readonly CaseState[],
    filter?: { readonly owner?: string; readonly limit?: number; readonly latest?: boolean },
  ): Promise<readonly TalkRecord[]>;
  /** The queue, in no order that matters: no more is read of each than its place depends on. */
  waiting(): Promise<readonly Waiting[]>;
  /** Those that more than the assistant ever had, and anything happened to at or after a moment, by when. */
  movedSince(at: string, limit: number): Promise<readonly TalkRecord[]>;
  /** Those whose time has come. */
  due(at: string): Promise<readonly TalkRecord[]>;
  /** The waits that ended last, in milliseconds, newest first. */
  waits(limit: number): Promise<readonly number[]>;
  setPresence(presence: Presence): Promise<void>;
  /** An agent was heard of; one who never said that they are there takes no conversations. */
  seen(agent: string, at: string): Promise<void>;
  /** Conversations that each agent has. */
  loads(): Promise<ReadonlyMap<string, number>>;
  presences(): Promise<readonly Presence[]>;
  block(id: string, at: string | null): Promise<void>;
  /** Never goes back. */
  markRead(id: string, reader: 'user' | 'agent', seq: number): Promise<void>;
  /** 1 to 5; the last one of a talk counts. `said` is masked. */
  rate(id: string, rating: { readonly score: number; readonly said: string | null }, at: string): Promise<void>;
  /** Of each talk the first one that is not settled, where its time has come. */
  deliveries(at: string, limit: number): Promise<readonly Delivery[]>;
  /**
   * Takes a delivery to be sent until a moment; false where somebody else has taken it, or where it is a text of the
   * assistant and an agent has the talk by now. What was taken before the agent came counts as said before.
   */
  lease(delivery: Delivery, at: string, until: string): Promise<boolean>;
  /** All of a talk that are not settled, in order. */
  underWay(talk: string): Promise<readonly UnderWay[]>;
  /** Keeps what is leased of a talk until a later moment, since its sending goes on. */
  renew(talk: string, until: string): Promise<void>;
  /** Gives back what was leased and not sent. */
  release(delivery: Pick<Delivery, 'talk' | 'seq'>): Promise<void>;
  /** So many messages of a line that needs several went out. */
  begun(delivery: Pick<Delivery, 'talk' | 'seq'>, parts: number): Promise<void>;
  /** What waited for the person to write is due, now that they did. */
  unpark(talk: string, at: string): Promise<void>;
  settle(delivery: Pick<Delivery, 'talk' | 'seq'>, how: Settled, at: string, fault?: string): Promise<void>;
  postpone(delivery: Pick<Delivery, 'talk' | 'seq'>, tries: number, dueAt: string, fault: string): Promise<void>;
  /** The clock was set back: what was due, or is tried again, by the old one is due now. */
  clockWentBack(from: string, to: string): Promise<void>;
  /** Of each talk the first one that is not settled, where its time has come; from the one that has waited longest. */
  mails(at: string, limit: number): Promise<readonly AnswerMail[]>;
  /** Keeps one from all others until a moment; false where another has it, or it is settled. */
  takeMail(mail: AnswerMail, until: string): Promise<boolean>;
  settleMail(mail: Pick<AnswerMail, 'talk' | 'seq'>, how: Settled, at: string, fault?: string): Promise<void>;
  postponeMail(mail: Pick<AnswerMail, 'talk' | 'seq'>, tries: number, dueAt: string, fault: string): Promise<void>;
  /** The lines of a talk that are or were sent to its person. */
  sendings(talk: string): Promise<readonly Sending[]>;
  /** The talk in which a 留言 was left. */
  talkOf(ticket: string): Promise<string | undefined>;
  /** What editors and supervisors set while it runs: JSON by name. */
  setting(name: string): Promise<unknown>;
  set(name: string, value: unknown, at: string): Promise<void>;
}
