import { createHash } from 'node:crypto';
import { after } from '../handoff/after.ts';
import { newCase } from '../handoff/case.ts';
import { botMaySpeak } from '../handoff/may-speak.ts';
import { announce } from './announce.ts';
import type { Assistant } from './assistant.ts';
import { type Draft, spokenIn } from './draft.ts';
import { handoffOf } from './handoff-of.ts';
import { Laps } from './laps.ts';
import { type MadeTurn, TURN_PARTS, type TurnPart } from './made-turn.ts';
import { type Answered, type Message, outcome, type Reply, talkKey } from './message.ts';
import { phrases } from './phrases.ts';
import type { Bus, Commit, Lock, Receive, Seal, Store, Vault } from './ports.ts';
import { storedText } from './stored-text.ts';
import type { TalkRecord } from './talk-record.ts';
import { TurnError } from './turn-error.ts';

export interface TurnParts {
  readonly store: Store;
  readonly lock: Lock;
  readonly bus: Bus;
  readonly seal: Seal;
  readonly vault: Pick<Vault, 'erase'>;
  readonly assistant: Assistant;
  /** Told of a fault that the person only sees as one sentence. */
  readonly onFault: (error: unknown, message: Message) => void;
  /** Told of each turn that was made, once it is stored. */
  readonly onTurn?: (turn: MadeTurn) => void;
}

/** Another instance wrote first: the turn is made again on what is there now, at most so often. */
const TRIES = 4;

/**
 * The spine: one message in, its answer out.
 *
 * Turns of one talk run in order. The same message again gets the same answer
 * and changes nothing; its id with other content throws a TurnError. What a
 * turn changes is stored whole or not at all, and only then told.
 */
export function createTurn(parts: TurnParts): Receive {
  const { store, lock, bus, seal, onTurn } = parts;
  return (message) => {
    const laps = new Laps(TURN_PARTS);
    return lock.run(talkKey(message.talk), async () => {
      laps.lap('waiting');
      const digest = digestOf(message, seal);
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const record = await store.byTalk(message.talk);
        if (!record) throw new TurnError('no-talk', '这个对话不存在，可能已被删除。请重新打开页面开始新的对话。');
        const before = await store.turn(record.id, message.id);
        if (before) {
          if (before.digest === digest) return before.answered;
          throw new TurnError('id-reused', '这个消息编号已经用于另一条内容。请换一个编号再发。');
        }
        laps.lap('reading');
        const answered = await answerOnce(parts, message, record, digest, laps);
        laps.lap('storing');
        if (!answered) continue;
        bus.publish(record.id);
        onTurn?.({ talk: record.id, message, outcome: answered.outcome, ms: laps.ms });
        return answered;
      }
      throw new TurnError('busy', '这个对话正在别处处理。请稍等几秒再发一次。');
    });
  };
}

/** The same id must come with the same words and the same pictures. */
function digestOf({ text, pictures = [] }: Message, seal: Seal): string {
  if (pictures.length === 0) return seal.digest(text);
  const hashes = pictures.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  return seal.digest([text, ...hashes].join('\n'));
}

async function answerOnce(
  { store, seal, vault, assistant, onFault }: TurnParts,
  message: Message,
  record: TalkRecord,
  digest: string,
  laps: Laps<TurnPart>,
): Promise<Answered | undefined> {
  const begun = performance.now();
  const { id, seq, case: life } = record;
  const common = {
    ...{ id, seq, was: life, at: message.at, turn: { id: message.id, digest } },
    ...(message.fetched && { fetched: true }),
    ...(message.carriedUntil !== undefined && { carriedUntil: message.carriedUntil }),
  };
  const made = async (): Promise<Draft | undefined> => {
    try {
      return await assistant(message, record);
    } catch (error) {
      onFault(error, message);
      return undefined;
    }
  };
  if (record.blockedAt !== null) return store.commit({ ...common, ...refused(record) });
  const draft = await made();
  laps.lap('answering');
  if (!draft) return store.commit({ ...common, ...failed(message, record) });
  try {
    await announce(draft, store.untold);
    const replies = await saidOf(draft, store, vault);
    return await store.commit({ ...common, ...changesOf(draft, seal), replies, ms: performance.now() - begun });
  } catch (error) {
    // The store keeps nothing now: the same message again gets its answer, not an excuse.
    onFault(error, message);
    throw error;
  }
}

type Changes = Omit<Commit, 'id' | 'seq' | 'was' | 'at' | 'turn' | 'replies'>;

function changesOf(draft: Draft, seal: Seal): Changes {
  const { message, ticket } = draft;
  return {
    // Of an erased conversation only the receipt stays, not the wish for it.
    ...(draft.files.length > 0 && { files: draft.files }),
    ...(!draft.erase && { said: draft.stored ?? storedText(message.text, ticket?.contacts) }),
    case: caseAfter(draft),
    by: draft.by,
    notes: draft.notes,
    outcome: draft.outcome ?? outcome('silent'),
    ...(draft.recognised !== undefined && { recognised: draft.recognised }),
    ...(draft.announced.length > 0 && !draft.erase && { announced: draft.announced }),
    facts: draft.facts,
    memory: draft.memory,
    gaps: draft.gaps.map((gap) => ({ ...gap, text: storedText(gap.text) })),
    erase: draft.erase,
    ...(draft.withdraws && { withdraws: true }),
    ...(ticket && {
      ticket: { id: ticket.id, at: message.at, text: ticket.text, contact: seal.seal(ticket.contacts.join('，')) },
    }),
  };
}

/** What was erased begins anew. */
function caseAfter({ record, erase, step, case: spoken, message: { at } }: Draft): Commit['case'] {
  if (erase) return { ...newCase(at), epoch: record.case.epoch + 1 };
  return (step && after(spoken, step)) ?? spoken;
}

/** A fault: said to the person with a way on, unless somebody else has the word. */
function failed(message: Message, record: TalkRecord): Changes & Pick<Commit, 'replies'> {
  const spoken = spokenIn(record, message.at);
  const speaks = botMaySpeak(spoken);
  return {
    said: storedText(message.text),
    case: spoken,
    by: 'bot',
    replies: speaks ? [{ text: phrases.fault, choices: [phrases.person] }] : [],
    outcome: speaks
      ? outcome('handoff-offered', { confidence: 0, handoff: 'offered' })
      : outcome('silent', { confidence: 0, handoff: handoffOf(spoken) }),
    facts: { ...record.facts, faulted: true },
    memory: speaks ? {} : record.memory,
  };
}

/** Nothing of a blocked visitor is kept. */
function refused({ case: life, facts, memory }: TalkRecord): Changes & Pick<Commit, 'replies'> {
  return { case: life, by: 'system', replies: [{ text: phrases.blocked }], outcome: outcome('refuse'), facts, memory };
}

/** What is said; where pictures are to go they are gone by then, and it tells how many. */
async function saidOf(draft: Draft, store: Store, vault: TurnParts['vault']): Promise<readonly Reply[]> {
  if (draft.erase) return [await receipt(draft, store, vault)];
  if (draft.withdraws) return [await withdrawn(draft, vault)];
  return draft.replies;
}

/** Erases the pictures, and tells what is erased with the rest of the conversation. */
async function receipt({ record }: Draft, store: Store, vault: TurnParts['vault']): Promise<Reply> {
  const lines = await store.lines(record.id, 0, Number.MAX_SAFE_INTEGER);
  const mine = await store.ticketsOf(record.id);
  return { text: phrases.erased(lines.length, mine.length, await vault.erase(record.id)) };
}

/** Deletes the pictures at once, and tells how many there were. */
async function withdrawn({ record }: Draft, vault: TurnParts['vault']): Promise<Reply> {
  const pictures = await vault.erase(record.id);
  return { text: record.facts.consent || pictures > 0 ? phrases.withdrawn(pictures) : phrases.nothingToWithdraw };
}
