import type { ReactNode } from 'react';
import type { Summary } from '../api/types.ts';
import type { ListName } from '../desk/place.ts';

/** Conversations under a heading. */
export interface ListGroup {
  readonly key: string;
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly query: { readonly isPending: boolean; readonly error: unknown; refetch(): unknown };
  /** What is said where there are none. */
  readonly empty: string;
  readonly list: ListName;
  readonly talks: readonly Summary[];
  /** What stands at the right of the name; made of the conversation alone. */
  time(summary: Summary): ReactNode;
}

/** What stands in a list, from top to bottom. */
export type Row = { readonly key: string; readonly group: ListGroup } & (
  | { readonly is: 'head' | 'problem' | 'loading' | 'empty' }
  | { readonly is: 'talk'; readonly summary: Summary }
);

export function rowsOf(groups: readonly ListGroup[]): readonly Row[] {
  return groups.flatMap((group): readonly Row[] => {
    const { key, query, talks } = group;
    const row = (is: 'head' | 'problem' | 'loading' | 'empty'): Row => ({ is, key: `${is} ${key}`, group });
    const said =
      query.error !== null ? 'problem' : query.isPending ? 'loading' : talks.length === 0 ? 'empty' : undefined;
    return [
      row('head'),
      ...(said ? [row(said)] : []),
      ...talks.map((summary): Row => ({ is: 'talk', key: `${key} ${summary.talk}`, group, summary })),
    ];
  });
}
