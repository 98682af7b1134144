import { randomBytes } from 'node:crypto';
import { memoryBus } from '../src/adapters/bus/memory-bus.ts';
import { memoryLock } from '../src/adapters/lock/memory-lock.ts';
import { sqliteStore } from '../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../src/adapters/vault/seal.ts';
import { createAssistant } from '../src/bot/assistant.ts';
import { lookAtDesk } from '../src/bot/desk-view.ts';
import type { Answered, Picture } from '../src/bot/message.ts';
import type { Pictures } from '../src/bot/pictures/pictures.ts';
import type { LanguageModel, Seal, Store, Vault } from '../src/bot/ports.ts';
import { createTurn } from '../src/bot/turn.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { checks } from './checks.ts';
import { hear } from './hearing.ts';
import { openPictures } from './pictures.ts';

export const AT = '2026-03-02T06:32:00.000Z';
export const talk = { channel: 'web', room: 'room-1', user: 'room-1' } as const;

export interface Desk {
  readonly store: Store;
  readonly seal: Seal;
  /** Faults that the turn turned into a sentence. */
  readonly faults: readonly unknown[];
  /** One turn of the one conversation of this desk. */
  say(text: string, id?: string): Promise<Answered>;
  /** A message with pictures; `consents` as the form's consent field. */
  show(pictures: readonly Picture[], options?: { text?: string; consents?: boolean; at?: string }): Promise<Answered>;
  readonly vault: Vault;
  /** The same, as the texts we answer. */
  hear(text: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A whole desk with its store in memory and one conversation, over whatever is known. */
export async function openDesk(
  knowledge: Knowledge,
  pictures: Pictures = openPictures(),
  model?: LanguageModel,
): Promise<Desk> {
  const store = await sqliteStore(':memory:');
  const seal = vaultSeal(randomBytes(32));
  const faults: unknown[] = [];
  let tickets = 0;
  const receive = createTurn({
    store,
    lock: memoryLock(),
    bus: memoryBus(),
    seal,
    vault: pictures.vault,
    assistant: createAssistant({
      knowledge,
      checks,
      pictures,
      desk: lookAtDesk(store),
      hear,
      model,
      newTicket: () => ({ id: `L-TEST-${++tickets}` }),
    }),
    onFault: (error) => faults.push(error),
  });
  await store.open({ id: 'talk-1', talk, at: AT, tokenHash: null, welcome: [] });
  let count = 0;
  const show: Desk['show'] = (pictures, { text = '', consents = false, at = AT } = {}) =>
    receive({ id: `m${++count}`, at, talk, text, pictures, consents });
  const say = (text: string, id = `m${++count}`): Promise<Answered> => receive({ id, at: AT, talk, text });
  return {
    store,
    seal,
    faults,
    say,
    show,
    vault: pictures.vault,
    hear: async (text) => (await say(text)).messages.map((line) => line.text),
    async close() {
      await pictures.desk.close();
      await store.close();
    },
  };
}
