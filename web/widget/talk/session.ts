import type { Answer } from '../api/answer.ts';
import { call } from '../api/call.ts';
import type { Line } from '../api/types.ts';

export interface Session {
  readonly talk: string;
  readonly token: string;
}

export interface Sessions {
  readonly current: Session | undefined;
  /** The talk, opened now if there is none. */
  ensure(): Promise<Answer<Session>>;
  /** Goes on with a talk that another device handed over. */
  adopt(session: Session): void;
  /** Another one that another tab has begun meanwhile stays. */
  forget(): void;
  /** Hears of other tabs no longer. */
  end(): void;
}

export interface SessionOptions {
  readonly base: string;
  /** A talk was opened here; how it begins. */
  readonly onOpen: (session: Session, begins: readonly Line[]) => void;
  /** Another tab opened a talk, or ended this one. */
  readonly onElsewhere: (session: Session | undefined) => void;
}

/**
 * Which talk this browser is in, kept in localStorage under the service's address, so that a reload and other tabs of
 * the same site go on with it. Where storage is forbidden it lives as long as the page.
 */
export function createSessions({ base, onOpen, onElsewhere }: SessionOptions): Sessions {
  const key = `beian-talk ${base}`;
  let current = read(key);
  let opening: Promise<Answer<Session>> | undefined;

  const onStorage = (event: StorageEvent): void => {
    if (event.key !== key && event.key !== null) return;
    const next = read(key);
    if (next?.talk === current?.talk) return;
    current = next;
    onElsewhere(next);
  };
  addEventListener('storage', onStorage);

  return {
    get current() {
      return current;
    },
    ensure() {
      if (current) return Promise.resolve({ ok: true, data: current });
      opening ??= oneByOne(`${key} opens`, open).finally(() => {
        opening = undefined;
      });
      return opening;
    },
    adopt(session) {
      current = session;
      write(key, session);
    },
    forget() {
      const gone = current?.talk;
      current = undefined;
      if (read(key)?.talk === gone) write(key, undefined);
    },
    end: () => removeEventListener('storage', onStorage),
  };

  async function open(): Promise<Answer<Session>> {
    const before = elsewhere();
    if (before) return before;
    const opened = await call<Session & { readonly messages: readonly Line[] }>(base, 'talks', { method: 'POST' });
    if (!opened.ok) return opened;
    const { talk, token, messages } = opened.data;
    // Without locks another tab may have been as quick.
    const meanwhile = elsewhere();
    if (meanwhile) return meanwhile;
    current = { talk, token };
    write(key, current);
    onOpen(current, messages);
    return { ok: true, data: current };
  }

  /** The talk that another tab has begun, of which this one has not heard yet. */
  function elsewhere(): Answer<Session> | undefined {
    const next = read(key);
    if (!next) return undefined;
    if (next.talk !== current?.talk) {
      current = next;
      onElsewhere(next);
    }
    return { ok: true, data: next };
  }
}

/** Two tabs that both have something to say open one talk, not two. */
function oneByOne<T>(name: string, job: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return job();
  let running: Promise<T> | undefined;
  return (
    navigator.locks
      .request(name, () => {
        running = job();
        return running;
      })
      // Where a browser forbids storage, it forbids locks, too.
      .catch(() => running ?? job()) as Promise<T>
  );
}

function read(key: string): Session | undefined {
  try {
    const { talk, token } = JSON.parse(localStorage.getItem(key) ?? 'null') ?? {};
    return typeof talk === 'string' && typeof token === 'string' ? { talk, token } : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, session: Session | undefined): void {
  try {
    if (session) localStorage.setItem(key, JSON.stringify(session));
    else localStorage.removeItem(key);
  } catch {
    // Storage is forbidden or full: the talk then ends with the page.
  }
}
