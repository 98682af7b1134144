import type { Account } from './account.ts';
import { listen } from './listen.ts';
import type { LivingDesk } from './living-desk.ts';
import { signal } from './signal.ts';

/** A conversation as the console's stream told of it last. */
export interface Seen {
  readonly talk: string;
  readonly state: string;
  readonly epoch: number;
  readonly owner: string | null;
  readonly seq: number;
}

/** The desk as somebody sees it who only watches the console's stream, over all its lives. */
export interface View {
  readonly talks: ReadonlyMap<string, Seen>;
  /** Resolves once all that was seen satisfies a condition. */
  until(isSo: (talks: ReadonlyMap<string, Seen>) => boolean): Promise<void>;
  stop(): Promise<void>;
}

export function view(desk: LivingDesk, { headers }: Account): View {
  const talks = new Map<string, Seen>();
  let changed = signal<void>();
  const listening = listen(desk, '/api/console/events', headers, ({ event, data }) => {
    if (event !== 'talk') return;
    talks.set(data.talk, data);
    const before = changed;
    changed = signal();
    before.resolve();
  });
  return {
    talks,
    async until(isSo) {
      while (!isSo(talks)) await changed.promise;
    },
    stop: () => listening.stop(),
  };
}
