import type { StreamEvent } from '../api/event-stream.ts';
import { lead } from './lead.ts';
import type { Session } from './session.ts';
import { stream } from './stream.ts';
import { openWire } from './wire.ts';

export interface FollowOptions {
  readonly base: string;
  readonly session: Session;
  readonly after: () => number;
  readonly heard: (event: StreamEvent) => void;
  readonly connected: (yes: boolean) => void;
  readonly onLost: () => void;
}

/** What one tab tells the others. */
interface Note {
  readonly event?: StreamEvent;
  readonly connected?: boolean;
  readonly lost?: true;
}

/**
 * Follows a talk with one stream for all tabs of this browser: one that is looked at reads it and tells the others.
 * Who takes over reads on after the last line it knows itself, so that a note that was lost between tabs is not missed.
 * Returns how to stop.
 */
export function follow({ base, session, after, heard, connected, onLost }: FollowOptions): () => void {
  const name = `beian ${base}${session.talk}`;
  const wire = openWire(name, (data) => {
    const note = data as Note;
    if (note.event) heard(note.event);
    if (note.connected !== undefined) connected(note.connected);
    if (note.lost) onLost();
  });
  let running: AbortController | undefined;

  const start = (): void => {
    if (running || document.hidden) return;
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
  const look = (): void => (document.hidden ? stop() : start());
  document.addEventListener('visibilitychange', look);
  start();
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
    wire.close();
  };
}
