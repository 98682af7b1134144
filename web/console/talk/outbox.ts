import { useSyncExternalStore } from 'react';
import { ApiError, messageOf } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { refreshTalk } from '../api/desk-queries.ts';
import type { Moved } from '../api/types.ts';
import { newId } from './new-id.ts';

/** A line on its way. Sent again under the same id, it is said once. */
export interface Outgoing {
  readonly id: string;
  readonly agent: string;
  readonly talk: string;
  readonly text: string;
  /** Ids of pictures that are kept with the talk already. */
  readonly pictures: readonly string[];
  /** The last line there was when it was written. */
  readonly after: number;
  /** Why it has not arrived; empty where only the page went before that was known. */
  readonly problem: string | undefined;
}

const KEY = 'beian-console:outbox';

let all: readonly Outgoing[] = read();
const listeners = new Set<() => void>();

/** What an agent said in a conversation that the server has not confirmed. */
export function useOutbox(agent: string, talk: string): readonly Outgoing[] {
  const outgoing = useSyncExternalStore(subscribe, () => all);
  return outgoing.filter((one) => one.talk === talk && one.agent === agent);
}

/** Sends a line; `refused` gets it back where the server will not take it as it is. */
export function sendLine(
  line: Pick<Outgoing, 'agent' | 'talk' | 'text' | 'pictures' | 'after'>,
  refused: (text: string, error: ApiError) => void,
): void {
  const outgoing = { ...line, id: newId(), problem: undefined };
  change([...all, outgoing]);
  void post(outgoing, refused);
}

export function sendAgain(outgoing: Outgoing, refused: (text: string, error: ApiError) => void): void {
  change(all.map((one) => (one.id === outgoing.id ? { ...one, problem: undefined } : one)));
  void post(outgoing, refused);
}

async function post(
  { id, talk, text, pictures }: Outgoing,
  refused: (text: string, error: ApiError) => void,
): Promise<void> {
  try {
    await call<Moved>('POST', `/talks/${encodeURIComponent(talk)}/messages`, { id, text, pictures });
    await refreshTalk(talk);
    remove(id);
  } catch (error) {
    if (error instanceof ApiError && [400, 404, 409, 413].includes(error.status)) {
      remove(id);
      refused(text, error);
      await refreshTalk(talk);
    } else change(all.map((one) => (one.id === id ? { ...one, problem: messageOf(error) } : one)));
  }
}

function remove(id: string): void {
  change(all.filter((one) => one.id !== id));
}

function change(next: readonly Outgoing[]): void {
  all = next;
  localStorage.setItem(KEY, JSON.stringify(all));
  for (const listener of listeners) listener();
}

/** What was on its way when the page went. */
function read(): readonly Outgoing[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as readonly Outgoing[];
    return kept.map((one) => ({ ...one, problem: '' }));
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
