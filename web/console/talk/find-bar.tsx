import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { t } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import type { Find } from './use-find.ts';

interface FindBarProps {
  readonly find: Find;
  /** Lines that were not read yet. */
  readonly older: number;
  readonly isBusy: boolean;
  readonly onOlder: () => void;
  readonly onClose: () => void;
}

/** Looks for a text in the conversation that is shown. */
export function FindBar({ find, older, isBusy, onOlder, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'Escape') onClose();
    else if (key === 'Enter' || key === 'ArrowUp' || key === 'ArrowDown') {
      event.preventDefault();
      find.step(key === 'ArrowDown' || event.shiftKey ? 1 : -1);
    }
  };
  // The button goes once there is nothing older: whoever pressed it goes on typing.
  const alsoOlder = (): void => {
    field.current?.focus();
    onOlder();
  };
  const { wanted, hits, at } = find;
  const nothing = hits.length === 0;
  return (
    <search className="find-bar">
      <Icon name="search" size={16} />
      <input
        ref={field}
        value={wanted}
        aria-label={t('在对话里找')}
        placeholder={t('在对话里找')}
        autoComplete="off"
        onChange={(event) => find.want(event.target.value)}
        onKeyDown={press}
      />
      <span className="find-count" role="status">
        {wanted.trim() !== '' &&
          (nothing ? t('没有找到') : t('第 {at} 处，共 {count} 处', { at: at + 1, count: hits.length }))}
      </span>
      {older > 0 && (
        <Button size="small" loading={isBusy} onClick={alsoOlder}>
          {t('更早的 {count} 句也找', { count: older })}
        </Button>
      )}
      <button type="button" className="quiet" aria-label={t('上一处')} disabled={nothing} onClick={() => find.step(-1)}>
        <Icon name="up" size={16} />
      </button>
      <button type="button" className="quiet" aria-label={t('下一处')} disabled={nothing} onClick={() => find.step(1)}>
        <Icon name="down" size={16} />
      </button>
      <button type="button" className="quiet" aria-label={t('关闭查找')} onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
    </search>
  );
}
