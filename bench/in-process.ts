import { randomUUID } from 'node:crypto';
import type { Receive, Store } from '../src/bot/ports.ts';
import type { Probe } from './interleave.ts';

/** A turn without HTTP: the assistant, and its store on disk. Each in a talk of its own, opened beforehand. */
export function turnInProcess(store: Store, receive: Receive, text: (sample: number) => string): Probe {
  return {
    async ready(sample) {
      const id = randomUUID();
      const talk = { channel: 'terminal', room: id, user: id } as const;
      const at = new Date().toISOString();
      await store.open({ id, talk, at, tokenHash: null, welcome: [] });
      return () => receive({ id: `turn-${sample}`, at, talk, text: text(sample) });
    },
  };
}
