import type { DocumentKind } from '../diagnostics/image/document/document-kind.ts';
import type { Place } from '../diagnostics/image/places.ts';

/** The words every part of the desk speaks. Plain data: JSON in, JSON out. */

export type ChannelName = 'web' | 'dingtalk' | 'wechat' | 'wecom' | 'terminal';

/** Where one person talks with us. Two people in one group have two talks. */
export interface Talk {
  readonly channel: ChannelName;
  readonly room: string;
  readonly user: string;
}

/** A picture as it came. Neither its name nor any type it claims is trusted. */
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something a person said. `id` is the channel's own, so a redelivery has the same one. */
export interface Message {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly talk: Talk;
  /** Up to 2 000 characters, as typed: normalising is for matching, never for storing. Empty only beside a picture. */
  readonly text: string;
  /** At most 4. */
  readonly pictures?: readonly Picture[];
  /** Whether the person agreed, along with this message, that pictures are looked at and kept. */
  readonly consents?: boolean;
  /** Something that came instead of words and that nobody here can read. */
  readonly unreadable?: Unreadable;
  /** Whoever said it fetches the answer: its channel does not send it. */
  readonly fetched?: boolean;
  /** Its channel carries the answer back itself until then (ISO 8601); what is left after that is sent. */
  readonly carriedUntil?: string;
  /** Whoever wants a person gets one of its platform's own desk: nobody waits in our queue. */
  readonly platformDesk?: boolean;
}

/** What people send in messengers beside words and pictures. */
export type Unreadable =
  | 'picture'
  | 'voice'
  | 'video'
  | 'file'
  | 'sticker'
  | 'location'
  | 'link'
  | 'card'
  | 'recalled'
  | 'other';

/** The entry an answer rests on; `date` is the day the source was last updated (YYYY-MM-DD). */
export interface Source {
  readonly entry: number;
  readonly title: string;
  readonly date: string;
}

export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Something we say. `text` is Markdown of paragraphs, lists, bold and links; channels decide how the rest looks. */
export interface Reply {
  readonly text: string;
  /** Buttons: pressing one sends its text. */
  readonly choices?: readonly string[];
  readonly sources?: readonly Source[];
  readonly files?: readonly FileRef[];
}

export type Speaker = 'user' | 'bot' | 'agent' | 'system';

/** One line of a conversation as it is stored and shown; `seq` counts from 1 within its talk. */
export interface Line extends Reply {
  readonly seq: number;
  readonly at: string;
  readonly by: Speaker;
  /** Of an agent: 客服 07. */
  readonly name?: string;
  /** What the turn came to; on its last bot line only. */
  readonly outcome?: Outcome;
}

export type OutcomeKind =
  | 'answer'
  | 'clarify'
  | 'not-covered'
  | 'ask'
  | 'finding'
  | 'smalltalk'
  | 'refuse'
  | 'handoff-offered'
  | 'handoff'
  | 'declined'
  | 'silent';

export type Handoff = 'none' | 'offered' | 'queued' | 'agent' | 'ticket';

/** What one check found. `evidence` is what was seen, `advice` what to do about it. */
export interface OutcomeFinding {
  readonly verdict: string;
  readonly severity: 'ok' | 'notice' | 'problem' | 'blocker';
  readonly evidence: string;
  readonly advice: string;
  readonly retryable?: boolean;
}

/** What was found in one picture of the turn, in the order they came. */
export interface OutcomePicture {
  readonly document: DocumentKind;
  readonly verdict: string;
  readonly findings: readonly OutcomeFinding[];
  /** Its id, where it is kept. */
  readonly file?: string;
  /** Where in it something is. */
  readonly marks?: readonly Place[];
}

/** What a turn came to, for machines: in every API answer, in the store, before agents. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** The entry of data/faq that the reply rests on; null where it rests on none. */
  readonly entry: number | null;
  /** All of them, where one message asked two things. */
  readonly entries: readonly number[];
  /** The entries offered by a clarification. */
  readonly candidates: readonly number[];
  readonly diagnostic: string | null;
  readonly verdict: string | null;
  /** 0 to 1, calibrated: of the turns said at 0.9, nine in ten are right. */
  readonly confidence: number;
  readonly findings: readonly OutcomeFinding[];
  readonly pictures: readonly OutcomePicture[];
  readonly handoff: Handoff;
}

/** An outcome with everything empty but what is given. */
export function outcome(kind: OutcomeKind, rest: Partial<Omit<Outcome, 'kind'>> = {}): Outcome {
  const entry = rest.entry ?? null;
  return {
    kind,
    entry,
    entries: entry === null ? [] : [entry],
    candidates: [],
    diagnostic: null,
    verdict: null,
    confidence: 1,
    findings: [],
    pictures: [],
    handoff: 'none',
    ...rest,
  };
}

/** What the bot makes of a message, before it has a place in the conversation. */
export interface Answer {
  readonly replies: readonly Reply[];
  readonly outcome: Outcome;
}

/** A finished turn: our lines of it, stored and numbered, and what it came to. */
export interface Answered {
  readonly messages: readonly Line[];
  readonly outcome: Outcome;
}

/** `web:room:user`: the key of a talk in locks and logs. */
export function talkKey({ channel, room, user }: Talk): string {
  return [channel, room, user].map(encodeURIComponent).join(':');
}
