import { t } from '../../shared/t.ts';
import type { TalkView } from '../api/types.ts';
import { useNow } from '../use-now.ts';

/** What the channel of a conversation still takes before its person has to write again; nothing where it takes all. */
export function ChannelWindow({ window }: { readonly window: TalkView['window'] }) {
  const now = useNow();
  if (!window) return null;
  const left = Date.parse(window.until) - now;
  if (left <= 0 || window.left === 0) {
    return <p className="composer-window is-shut">{t('现在发不出去，写好后等对方来消息再送出')}</p>;
  }
  const time = timeLeft(left);
  const isShort = left < SHORT || (window.left !== null && window.left <= 1);
  return (
    <p className={isShort ? 'composer-window is-short' : 'composer-window'}>
      {window.left === null
        ? t('剩 {time} 可以发送', { time })
        : t('还可发送 {left} 条 / 剩 {time}', { left: window.left, time })}
    </p>
  );
}

/** Milliseconds below which it is pointed out. */
const SHORT = 3_600_000;

function timeLeft(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  if (hours > 0) return t('{hours} 小时', { hours });
  return t('{minutes} 分钟', { minutes: Math.max(1, Math.floor(ms / 60_000)) });
}
