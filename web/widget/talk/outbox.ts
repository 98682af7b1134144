import { signal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import type { Line, Outcome } from '../api/types.ts';
import { upload } from '../api/upload.ts';
import { keptOutgoing } from './kept-outgoing.ts';
import type { Outgoing, Way } from './outgoing.ts';
import { sameWords } from './same-words.ts';
import type { Sessions } from './session.ts';

/** Milliseconds after which an answer counts as being made, and as taking long. */
const TYPING = 1_000;
const SLOW = 8_000;

export interface Answered {
  readonly messages: readonly Line[];
  readonly outcome: Outcome;
}

export interface OutboxOptions {
  readonly base: string;
  readonly sessions: Sessions;
  readonly onAnswer: (answered: Answered) => void;
  /** The talk is gone: a new one begins, and what was written goes there. */
  readonly onExpired: () => Promise<void>;
}

/** Sends what is written, one message after the other, each under its own id until the service has it. */
export function createOutbox({ base, sessions, onAnswer, onExpired }: OutboxOptions) {
  const all = signal<readonly Outgoing[]>([]);
  /** That an answer is being made, or has been for long. */
  const waiting = signal<'typing' | 'slow' | undefined>(undefined);
  const kept = keptOutgoing(base);
  const queue: string[] = [];
  const cancels = new Map<string, AbortController>();
  let running = false;
  /** The first line that the service still has. */
  let from = 0;

  void kept.all().then((messages) => {
    for (const { id, text, at } of messages) {
      if (find(id)) continue;
      all.value = [...all.value, { id, text, at, pictures: [], consents: false, way: { is: 'later' }, seq: undefined }];
      push(id);
    }
  });

  return {
    all,
    waiting,
    send,
    retry: push,
    /** Not now: it stays with the offer to send it. */
    setAside(id: string) {
      void kept.remove(id);
      set(id, { is: 'failed' });
    },
    cancel: (id: string) => cancels.get(id)?.abort(),
    number,
    /** Whether a line of the service is what was just written here; it has its number then. */
    owns(line: Line): boolean {
      const own = all.value.find((one) => one.seq === undefined && sameWords(one.text, line.text));
      if (own) number(own.id, line.seq);
      return own !== undefined;
    },
    /** The service has erased all lines before one. */
    forget(before: number) {
      from = before;
      all.value = all.value.filter(({ seq }) => seq === undefined || seq >= before);
    },
    /** Another conversation begins: what was said in the old one goes, what is still to be sent stays. */
    leave() {
      from = 0;
      all.value = all.value.filter(({ seq }) => seq === undefined);
    },
    clear() {
      for (const { id } of all.value) void kept.remove(id);
      all.value = [];
    },
  };

  function send(text: string, pictures: readonly File[] = [], consents = false): void {
    const message: Outgoing = {
      id: newId(),
      text,
      pictures,
      consents,
      at: new Date().toISOString(),
      way: { is: navigator.onLine ? 'sending' : 'later' },
      seq: undefined,
    };
    all.value = [...all.value, message];
    if (pictures.length === 0) void kept.add({ id: message.id, text, at: message.at });
    push(message.id);
  }

  function push(id: string): void {
    queue.push(id);
    if (!running) void run();
  }

  async function run(): Promise<void> {
    running = true;
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) await deliver(id);
    running = false;
  }

  async function deliver(id: string, hasMoved = false): Promise<void> {
    const message = find(id);
    if (!message || message.seq !== undefined) return;
    if (!navigator.onLine) {
      set(id, { is: 'later' });
      await online();
    }
    set(id, { is: 'sending' });
    let talk: string | undefined;
    const answer = await waited((arrived) => post(message, arrived, (of) => (talk = of)));
    if (answer.ok) return accept(id, talk, answer.data);
    // Only the answer was lost on its way: the events have brought the line already.
    if (find(id)?.seq !== undefined) return set(id, { is: 'sent' });
    if (cancels.get(id)?.signal.aborted) return set(id, { is: 'cancelled' });
    if (answer.status === 401 && !hasMoved && find(id)) {
      // Of a talk that was left meanwhile it says nothing about the one there is now.
      if (talk === sessions.current?.talk) await onExpired();
      return deliver(id, true);
    }
    if (answer.status === 429) {
      for (let seconds = answer.wait || 10; seconds > 0; seconds--) {
        set(id, { is: 'waits', seconds });
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
      return deliver(id, hasMoved);
    }
    if (answer.status === 0 && !navigator.onLine) return deliver(id, hasMoved);
    if (answer.status === 0) return set(id, { is: 'failed' });
    if (answer.status >= 500) return set(id, { is: 'broken', message: answer.message });
    await kept.remove(id);
    set(id, { is: 'refused', message: answer.message ?? '' });
  }

  async function post(message: Outgoing, arrived: () => void, told: (talk: string) => void): Promise<Answer<Answered>> {
    const opened = await sessions.ensure();
    if (!opened.ok) return opened;
    const { talk, token } = opened.data;
    told(talk);
    const { id, text, pictures, consents } = message;
    const path = `talks/${talk}/messages`;
    if (pictures.length === 0) {
      arrived();
      return call(base, path, { method: 'POST', token, body: { id, text } });
    }
    const form = new FormData();
    form.append('id', id);
    form.append('text', text);
    if (consents) form.append('consent', 'yes');
    for (const picture of pictures) form.append('picture', picture, picture.name);
    const cancel = new AbortController();
    cancels.set(id, cancel);
    return upload(base, path, {
      token,
      form,
      onProgress: (share) => set(id, { is: 'uploading', share }),
      onArrived() {
        set(id, { is: 'looking' });
        arrived();
      },
      signal: cancel.signal,
    });
  }

  function accept(id: string, talk: string | undefined, answered: Answered): void {
    void kept.remove(id);
    // Of a talk that was left or erased meanwhile nothing comes back, nor does what was said there stay.
    if (talk !== sessions.current?.talk) {
      all.value = all.value.filter((one) => one.id !== id);
      return;
    }
    const [first] = answered.messages;
    // The answer follows the question, whose number is the one before. What erased everything was not kept itself.
    if (first && find(id)?.seq === undefined) number(id, first.seq - 1);
    set(id, { is: 'sent' });
    onAnswer(answered);
  }

  function number(id: string, seq: number): void {
    void kept.remove(id);
    // What erased everything was erased with it.
    if (seq < from) all.value = all.value.filter((one) => one.id !== id);
    else all.value = all.value.map((one) => (one.id === id ? { ...one, seq, way: { is: 'sent' } } : one));
  }

  function set(id: string, way: Way): void {
    all.value = all.value.map((one) => (one.id === id ? { ...one, way } : one));
  }

  function find(id: string): Outgoing | undefined {
    return all.value.find((one) => one.id === id);
  }

  async function waited<T>(job: (arrived: () => void) => Promise<T>): Promise<T> {
    const timers: ReturnType<typeof setTimeout>[] = [];
    try {
      return await job(() => {
        timers.push(setTimeout(() => (waiting.value = 'typing'), TYPING));
        timers.push(setTimeout(() => (waiting.value = 'slow'), SLOW));
      });
    } finally {
      timers.forEach(clearTimeout);
      waiting.value = undefined;
    }
  }
}

export type Outbox = ReturnType<typeof createOutbox>;

/** Milliseconds after which it is tried all the same: some browsers inside of apps never say that they are online. */
const TRIED = 30_000;

function online(): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, TRIED);
    addEventListener(
      'online',
      () => {
        clearTimeout(timer);
        resolve(undefined);
      },
      { once: true },
    );
  });
}
