import { Button } from 'antd';
import type { Components } from 'react-virtuoso';
import { t } from '../../shared/t.ts';
import type { Older } from './use-older.ts';

export interface LogContext {
  readonly older: Older;
  /** Lines that were not read yet. */
  readonly count: number;
}

/** What stands above the first line that was read, and below the last. */
export const LOG_PARTS: Pick<Required<Components<unknown, LogContext>>, 'Header' | 'Footer'> = {
  Header: ({ context: { older, count } }) =>
    count === 0 ? (
      <div className="log-edge" />
    ) : (
      <div className="log-edge log-older">
        {older.problem === undefined ? (
          <p>{t('正在取更早的 {count} 句', { count })}</p>
        ) : (
          <p role="alert">
            {older.problem} <Button onClick={() => void older.read()}>{t('重试')}</Button>
          </p>
        )}
      </div>
    ),
  Footer: () => <div className="log-edge" />,
};
