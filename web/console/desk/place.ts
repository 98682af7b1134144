import { useParams } from 'react-router';

export type ListName = 'talks' | 'tickets' | 'closed';

/** What the address names: a list, a conversation in it, and on narrow screens which pane. */
export interface Place {
  readonly list: ListName;
  readonly talk: string | undefined;
  readonly isCard: boolean;
}

export function usePlace(): Place {
  const { list, talk, view } = useParams();
  return { list: list === 'tickets' || list === 'closed' ? list : 'talks', talk, isCard: view === 'card' };
}

export function pathOf(list: ListName, talk?: string, view?: 'card'): string {
  if (talk === undefined) return list === 'talks' ? '/' : `/${list}`;
  return `/${list}/${encodeURIComponent(talk)}${view ? `/${view}` : ''}`;
}
