import '../styles/forms.css';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';

interface LoadedProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  /** Lines of the place that is held for it. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** What was read; its place while it is being read; what went wrong with a way to try again. What was read before stays. */
export function Loaded<T>({ query: { data, error, refetch }, rows = 6, children }: LoadedProps<T>) {
  return (
    <>
      {error !== null && (
        <p className="loaded-problem" role="alert">
          {messageOf(error)} <Button onClick={() => void refetch()}>{t('重试')}</Button>
        </p>
      )}
      {data !== undefined && children(data)}
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows }} />}
    </>
  );
}
