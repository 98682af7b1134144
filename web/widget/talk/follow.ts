import type { ReadonlySignal } from '@preact/signals';
import type { StreamEvent } from '../api/event-stream.ts';
import { lead } from './lead.ts';
import type { Session } from './session.ts';
import { stream } from './stream.ts';
import { openWire } from './wire.ts';

export interface FollowOptions {
  readonly base: string;
  readonly session: Session;
  readonly after: () => number;
  /** Whether it is followed even while nobody looks at the page. */
  readonly isAwaited: ReadonlySignal<boolean>;
  readonly heard: (event: StreamEvent) => void;
  readonly connected: (yes: boolean) => void;
  readonly onLost: () => void;
}

/** Milliseconds in which a tab that is looked at has taken the lead. */
const BEHIND = 2_000;

/** What one tab tells the others. */
interface Note {
  readonly event?: StreamEvent;
  readonly connected?: boolean;
  readonly lost?: true;
  readonly looked?: true;
}

/**
 * Follows a talk with one stream for all tabs of this browser: one that is looked at reads it and tells the others;
 * where none is looked at, another one does while a person is awaited. Who takes over reads on after the last line it
 * knows itself, so that a note that was lost between tabs is not missed. Returns how to stop.
 */
export function follow({ base, session, after, isAwaited, heard, connected, onLost }: FollowOptions): () => void {
  const name = `beian ${base}${session.talk}`;
  const wire = openWire(name, (data) => {
    const note = data as Note;
    if (note.event) heard(note.event);
    if (note.connected !== undefined) connected(note.connected);
    if (note.lost) onLost();
    // Browsers put tabs to sleep that nobody looks at: such a one lets the other lead, and waits behind it.
    if (note.looked && document.hidden && running) {
      stop();
      clearTimeout(back);
      back = setTimeout(look, BEHIND);
    }
  });
  let running: AbortController | undefined;
  let back: ReturnType<typeof setTimeout>;

  const start = (): void => {
    if (running) return;
    const ended = new AbortController();
    const { signal } = ended;
    running = ended;
    void lead(`${name} lead`, signal, (leading) =>
      stream({
        base,
        session,
        after,
        heard(event) {
          heard(event);
          if (event.data !== undefined) wire.tell({ event } satisfies Note);
        },
        connected(yes) {
          connected(yes);
          wire.tell({ connected: yes } satisfies Note);
        },
        onLost() {
          onLost();
          wire.tell({ lost: true } satisfies Note);
        },
        signal: leading,
      }),
    );
  };
  const stop = (): void => {
    running?.abort();
    running = undefined;
  };
  const look = (): void => {
    if (document.hidden && !isAwaited.value) stop();
    else start();
    if (!document.hidden) wire.tell({ looked: true } satisfies Note);
  };
  document.addEventListener('visibilitychange', look);
  const stopLooking = isAwaited.subscribe(look);
  return () => {
    stopLooking();
    clearTimeout(back);
    document.removeEventListener('visibilitychange', look);
    stop();
    wire.close();
  };
}
