import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { messageOf } from '../api/api-error.ts';

interface ListFrameProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly query: { readonly isPending: boolean; readonly error: unknown; refetch(): unknown };
  readonly isEmpty: boolean;
  readonly empty: string;
  readonly children: ReactNode;
}

/** A list under its heading: its layout while it loads, what will stand there while it is empty, and what went wrong. */
export function ListFrame({ title, hint, query, isEmpty, empty, children }: ListFrameProps) {
  return (
    <section className="list">
      <h2>
        {title}
        {hint && <span className="list-hint">{hint}</span>}
      </h2>
      {query.error !== null && (
        <p className="list-problem" role="alert">
          {messageOf(query.error)}
          <Button size="small" onClick={() => query.refetch()}>
            重试
          </Button>
        </p>
      )}
      {query.isPending ? (
        <Skeleton className="list-skeleton" active title={false} paragraph={{ rows: 3 }} />
      ) : (
        query.error === null && isEmpty && <p className="list-empty">{empty}</p>
      )}
      <ul>{children}</ul>
    </section>
  );
}
