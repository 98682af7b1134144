import { createHash } from 'node:crypto';
import type { Assistant } from './assistant.ts';
import type { Draft } from './draft.ts';
import { type Answered, type Message, outcome, type Reply, talkKey } from './message.ts';
import { phrases } from './phrases.ts';
import type { Bus, Commit, Lock, Receive, Seal, Store, TalkRecord, Vault } from './ports.ts';
import { storedText } from './stored-text.ts';
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
  const { store, lock, bus, seal } = parts;
  return (message) =>
    lock.run(talkKey(message.talk), async () => {
      const digest = digestOf(message, seal);
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const record = await store.byTalk(message.talk);
        if (!record) throw new TurnError('no-talk', '这个对话不存在，可能已被删除。请重新打开页面开始新的对话。');
        const before = await store.turn(record.id, message.id);
        if (before) {
          if (before.digest === digest) return before.answered;
          throw new TurnError('id-reused', '这个消息编号已经用于另一条内容。请换一个编号再发。');
        }
        const answered = await answerOnce(parts, message, record, digest);
        if (!answered) continue;
        bus.publish(record.id);
        return answered;
      }
      throw new TurnError('busy', '这个对话正在别处处理。请稍等几秒再发一次。');
    });
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
): Promise<Answered | undefined> {
  const common = { id: record.id, seq: record.seq, at: message.at, turn: { id: message.id, digest } };
  try {
    const draft = await assistant(message, record);
    const replies = draft.erase ? [await receipt(draft, store, vault)] : draft.replies;
    return await store.commit({ ...common, ...changesOf(draft, seal), replies });
  } catch (error) {
    onFault(error, message);
    return store.commit({
      ...common,
      said: storedText(message.text),
      replies: [{ text: phrases.fault, choices: [phrases.person] }],
      outcome: outcome('handoff-offered', { confidence: 0, handoff: 'offered' }),
      facts: record.facts,
      memory: {},
    });
  }
}

type Changes = Pick<Commit, 'said' | 'files' | 'outcome' | 'facts' | 'memory' | 'gaps' | 'ticket' | 'erase'>;

function changesOf(draft: Draft, seal: Seal): Changes {
  const { message, ticket } = draft;
  return {
    // Of an erased conversation only the receipt stays, not the wish for it.
    ...(draft.files.length > 0 && { files: draft.files }),
    ...(!draft.erase && { said: draft.stored ?? storedText(message.text, ticket?.contacts) }),
    outcome: draft.outcome ?? outcome('silent'),
    facts: draft.facts,
    memory: draft.memory,
    gaps: draft.gaps.map((gap) => ({ ...gap, text: storedText(gap.text) })),
    erase: draft.erase,
    ...(ticket && {
      ticket: { id: ticket.id, at: message.at, text: ticket.text, contact: seal.seal(ticket.contacts.join('，')) },
    }),
  };
}

/** Erases the pictures, and tells what is erased with the rest of the conversation. */
async function receipt({ record }: Draft, store: Store, vault: TurnParts['vault']): Promise<Reply> {
  const lines = await store.lines(record.id, 0, Number.MAX_SAFE_INTEGER);
  const tickets = [...(await store.tickets({ done: false })), ...(await store.tickets({ done: true }))];
  const mine = tickets.filter(({ talk }) => talk === record.id);
  return { text: phrases.erased(lines.length, mine.length, await vault.erase(record.id)) };
}
