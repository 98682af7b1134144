import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A message that waits for the network, as it outlives a reload. */
export interface KeptMessage {
  readonly id: string;
  readonly base: string;
  readonly text: string;
  readonly at: string;
}

interface Kept extends DBSchema {
  outgoing: { key: string; value: KeptMessage };
}

/** Milliseconds after which nobody expects a message to be sent any more. */
const LASTS = 24 * 60 * 60_000;
/** Fifteen digits and more are a number of an identity or a licence: such a text is kept in memory only. */
const NUMBER = /\d[\d\s-]{13,}[\dXx]/;

/**
 * What waits to be sent, in IndexedDB. Pictures and texts with an identity number never go there. Where the browser
 * forbids it (a private window, a strict setting), what waits is gone with the page.
 */
export function keptOutgoing(base: string) {
  const opened = open().catch(() => undefined);
  return {
    async add(message: Omit<KeptMessage, 'base'>): Promise<void> {
      if (NUMBER.test(message.text)) return;
      await (await opened)?.put('outgoing', { ...message, base }).catch(() => undefined);
    },
    async remove(id: string): Promise<void> {
      await (await opened)?.delete('outgoing', id).catch(() => undefined);
    },
    /** Of earlier pages of the last day, oldest first; older ones are forgotten. */
    async all(): Promise<readonly KeptMessage[]> {
      const db = await opened;
      const all = (await db?.getAll('outgoing').catch(() => [])) ?? [];
      const isOver = ({ at }: KeptMessage): boolean => Date.now() - Date.parse(at) > LASTS;
      for (const { id } of all.filter(isOver)) void db?.delete('outgoing', id).catch(() => undefined);
      return all.filter((one) => one.base === base && !isOver(one)).sort((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
}

/** Rejects also where the browser has none, or throws at the mere name of it. */
async function open(): Promise<IDBPDatabase<Kept>> {
  return openDB<Kept>('beian-assistant', 1, {
    upgrade: (db) => void db.createObjectStore('outgoing', { keyPath: 'id' }),
  });
}
