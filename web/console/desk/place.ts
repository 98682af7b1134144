import { useLocation, useParams } from 'react-router';

export const LISTS = ['talks', 'tickets', 'closed'] as const;

export type ListName = (typeof LISTS)[number];

/** What the address names: a list, a conversation in it, and on narrow screens which pane. */
export interface Place {
  readonly list: ListName;
  readonly talk: string | undefined;
  readonly isCard: boolean;
}

export function usePlace(): Place {
  const { talk, view } = useParams();
  const [, named] = useLocation().pathname.split('/');
  return { list: LISTS.find((list) => list === named) ?? 'talks', talk, isCard: view === 'card' };
}

export function pathOf(list: ListName, talk?: string, view?: 'card'): string {
  if (talk === undefined) return list === 'talks' ? '/' : `/${list}`;
  return `/${list}/${encodeURIComponent(talk)}${view ? `/${view}` : ''}`;
}
