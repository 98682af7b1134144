import { call } from './call.ts';
import { queryClient } from './query-client.ts';
import type { TalkView } from './types.ts';

/** Under what a conversation is kept, as far as it was read. */
export function talkKey(talk: string) {
  return ['talk', talk] as const;
}

/** Reads a conversation; of one that is known, only the lines that may have changed or come since. */
export async function readTalk(talk: string): Promise<TalkView> {
  const after = settledUpTo(cached(talk));
  const part = await call<TalkView>('GET', pathTo(talk, after > 0 ? `?after=${after}` : ''));
  const known = cached(talk);
  return known && after > 0 ? mergeTalk(known, part, after) : part;
}

/** Reads the lines before those that are known. */
export async function readOlder(talk: string): Promise<void> {
  const from = cached(talk)?.messages[0]?.seq;
  if (from === undefined) return;
  const page = await call<TalkView>('GET', pathTo(talk, `?before=${from}`));
  queryClient.setQueryData<TalkView>(talkKey(talk), (known) =>
    known?.messages[0]?.seq === from
      ? { ...known, first: page.first, messages: [...page.messages, ...known.messages] }
      : known,
  );
}

/** How many lines there are before those that are known. */
export function olderOf({ first, messages: [line] }: Pick<TalkView, 'first' | 'messages'>): number {
  return line ? Math.max(0, line.seq - first) : 0;
}

/** The last line before which nothing changes any more: what is still under way will. */
export function settledUpTo(view: Pick<TalkView, 'messages'> | undefined): number {
  const { messages = [] } = view ?? {};
  const open = messages.find(({ delivery = [] }) =>
    delivery.some(({ state }) => state === 'under-way' || state === 'waits'),
  );
  return open ? open.seq - 1 : (messages.at(-1)?.seq ?? 0);
}

/**
 * What is known, and what was read after a line of it. Lines that were erased meanwhile are gone; where so much was said
 * that lines are missing in between, only what was read now is shown.
 */
export function mergeTalk(known: TalkView, part: TalkView, after: number): TalkView {
  const begins = part.messages[0]?.seq ?? after + 1;
  const isWhole = part.first > 0 && begins <= after + 1;
  const kept = isWhole ? known.messages.filter(({ seq }) => seq >= part.first && seq <= after) : [];
  return { ...part, messages: [...kept, ...part.messages] };
}

function cached(talk: string): TalkView | undefined {
  return queryClient.getQueryData<TalkView>(talkKey(talk));
}

function pathTo(talk: string, query: string): string {
  return `/talks/${encodeURIComponent(talk)}${query}`;
}
