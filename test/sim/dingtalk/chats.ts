import type { SimClock } from '../clock.ts';

/** A line of the robot as a person or group sees it. */
export interface Seen {
  readonly at: number;
  readonly via: 'session' | 'group' | 'single' | 'card';
  /** msgtype (session), msgKey (group, single) or `card`. */
  readonly kind: string;
  /** The words: text, Markdown source, picture address, file name; for a card its outTrackId. */
  readonly text: string;
  /** User ids that were @-mentioned. */
  readonly mentions: readonly string[];
  /** The message as it was given. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The chats of the organisation: who is there and what the robot wrote to them. */
export interface Chats {
  readonly people: Map<string, 'known' | 'gone' | 'flowControlled'>;
  readonly groups: Map<string, 'known' | 'disbanded'>;
  show(to: string, line: Omit<Seen, 'at'>): void;
  seen(to: string): readonly Seen[];
  wait(to: string, count: number): Promise<readonly Seen[]>;
}

export function chats(clock: SimClock): Chats {
  const lines = new Map<string, Seen[]>();
  const waiting = new Set<() => void>();
  const seen = (to: string): Seen[] => lines.get(to) ?? [];
  return {
    people: new Map(),
    groups: new Map(),
    show(to, line) {
      lines.set(to, [...seen(to), { at: clock.now(), ...line }]);
      for (const look of waiting) look();
    },
    seen,
    wait: (to, count) =>
      new Promise((done) => {
        const look = (): void => {
          if (seen(to).length < count) return;
          waiting.delete(look);
          done(seen(to));
        };
        waiting.add(look);
        look();
      }),
  };
}
