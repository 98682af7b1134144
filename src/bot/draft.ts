import { after } from '../handoff/after.ts';
import type { Case } from '../handoff/case.ts';
import type { Step } from '../handoff/step.ts';
import type { NewNote } from './case-store.ts';
import type { Facts } from './facts.ts';
import type { FileRef, Message, Outcome, Reply } from './message.ts';
import type { Gap } from './ports.ts';
import type { TalkRecord } from './talk-record.ts';
import { type Heard, learn } from './understanding/facts.ts';

/** What is left for the people of the desk, before it is sealed and stored. */
export interface NewTicket {
  readonly id: string;
  /** Masked. */
  readonly text: string;
  /** As the person wrote them; at least one. */
  readonly contacts: readonly string[];
}

/** One turn while it is being made: what was heard, and what it will say and change. */
export interface Draft {
  readonly message: Message;
  /** The message normalised, for matching. */
  readonly text: string;
  readonly record: TalkRecord;
  /** Who has the talk now that this message has come. */
  readonly case: Case;
  /** What the turn does to the case. */
  step: Step | undefined;
  /** Who says the replies: the desk, where the assistant has to be silent. */
  by: 'bot' | 'system';
  /** For the eyes of the desk. */
  readonly notes: readonly NewNote[];
  /** What this message says. */
  readonly heard: Heard;
  /** What is known after it. */
  facts: Facts;
  readonly replies: Reply[];
  outcome: Outcome | undefined;
  /** The error string of the entries that the message names, in words or on a screenshot. */
  recognised: string | undefined;
  /** The announcements among the replies, by their ids. */
  readonly announced: string[];
  /** The person's own pictures, where they were kept. */
  readonly files: FileRef[];
  readonly gaps: Gap[];
  ticket: NewTicket | undefined;
  erase: boolean;
  /** The person takes back that pictures are looked at and kept. */
  withdraws: boolean;
  /** False where a person was just declined: the turn offers none. */
  mayOffer: boolean;
  /** False where something else is being asked: the turn's checks ask nothing. */
  mayAsk: boolean;
  /** The message as it is to be stored, where masking by shape is not enough: it holds names. */
  stored: string | undefined;
  /** What the conversation engine will need next time. */
  memory: Readonly<Record<string, unknown>>;
}

export function newDraft(message: Message, text: string, record: TalkRecord, heard: Heard): Draft {
  const { faulted: _past, ...known } = record.facts;
  return {
    message,
    text,
    record,
    case: spokenIn(record, message.at),
    step: undefined,
    by: 'bot',
    notes: [],
    heard,
    facts: learn(known, heard.facts),
    replies: [],
    outcome: undefined,
    recognised: undefined,
    announced: [],
    files: [],
    gaps: [],
    ticket: undefined,
    erase: false,
    withdraws: false,
    mayOffer: true,
    mayAsk: true,
    stored: undefined,
    memory: record.memory,
  };
}

/** A talk's case now that its person has spoken. */
export function spokenIn(record: TalkRecord, at: string): Case {
  return after(record.case, { is: 'user-speaks', at }) ?? record.case;
}
