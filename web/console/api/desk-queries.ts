import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { queryClient } from './query-client.ts';
import { shareTalks } from './share-talks.ts';
import { readTalk, talkKey } from './talk-lines.ts';
import type { CannedReply, Present, Summary, Waiting } from './types.ts';

/** What the desk shows, each under its own key; `follow-desk.ts` keeps it up to date. */
export const keys = {
  queue: ['queue'],
  list: (list: List) => ['talks', list],
  talk: talkKey,
  presence: ['presence'],
  replies: ['replies'],
} as const;

export const LISTS = ['mine', 'held', 'tickets', 'closed'] as const;
export type List = (typeof LISTS)[number];

export function useQueue() {
  return useQuery({
    queryKey: keys.queue,
    queryFn: async () => (await call<{ talks: readonly Waiting[] }>('GET', '/queue')).talks,
    structuralSharing: shareTalks,
  });
}

export function useTalks(list: List) {
  return useQuery({
    queryKey: keys.list(list),
    queryFn: async () => (await call<{ talks: readonly Summary[] }>('GET', `/talks?${list}`)).talks,
    structuralSharing: shareTalks,
  });
}

export function useTalk(talk: string) {
  return useQuery({
    queryKey: keys.talk(talk),
    queryFn: () => readTalk(talk),
    // Lines that were read before are the same objects already.
    structuralSharing: false,
  });
}

export function usePresence() {
  return useQuery({
    queryKey: keys.presence,
    queryFn: async () => (await call<{ agents: readonly Present[] }>('GET', '/presence')).agents,
  });
}

export function useReplies() {
  return useQuery({
    queryKey: keys.replies,
    queryFn: async () => (await call<{ replies: readonly CannedReply[] }>('GET', '/replies')).replies,
  });
}

/** Reads again what a step of one's own has changed, without waiting for its event. */
export async function refreshTalk(talk: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.talk(talk) }),
    queryClient.invalidateQueries({ queryKey: ['talks'] }),
    queryClient.invalidateQueries({ queryKey: keys.queue }),
    // Who has it now may be somebody who was not there before.
    queryClient.invalidateQueries({ queryKey: keys.presence }),
  ]);
}
