import { Button } from 'antd';
import { t } from '../../shared/t.ts';
import { useConnection } from '../api/connection.ts';
import { useLocale } from '../locale/locale.ts';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../use-now.ts';
import { LongWaitField } from './long-wait-field.tsx';
import type { Wall } from './types.ts';

/** The time at the desk, whether what is shown is live, and from when on waiting is too long. */
export function WallHead({ wall }: { readonly wall: Wall | undefined }) {
  const connection = useConnection();
  const isLive = connection === 'live';
  return (
    <header className="page-head">
      <h2>{t('大屏')}</h2>
      <p className="wall-clock">
        <Clock />
        {wall && <span>{hoursOf(wall)}</span>}
      </p>
      <p className="wall-live">
        <span className={isLive ? 'dot dot-good' : 'dot dot-notice'} />
        {isLive ? t('实时') : t('连接断开')}
      </p>
      <LongWaitField />
      <Button className="wide-only" icon={<Icon name="expand" size={18} />} onClick={toggleFullScreen}>
        {t('全屏')}
      </Button>
    </header>
  );
}

function Clock() {
  const now = useNow();
  const locale = useLocale();
  const said = (parts: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', ...parts }).format(now);
  const day = said({ month: 'long', day: 'numeric' });
  return (
    <time>
      {day} {said({ weekday: 'short' })} {said({ timeStyle: 'medium', hour12: false })}
    </time>
  );
}

function hoursOf({ hours, open }: Wall): string {
  if (hours === null) return t('没有设服务时间，一直开着');
  return open ? t('服务时间 {hours}', { hours }) : t('现在不在服务时间（{hours}）', { hours });
}

function toggleFullScreen(): void {
  // A browser that refuses leaves everything as it is.
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => {});
}
