import { t } from '../../shared/t.ts';
import { useConnection } from '../api/connection.ts';
import { RadarBanner } from '../radar/radar-banner.tsx';
import { LongWaitBanner } from '../supervise/long-wait-banner.tsx';

/** Says when what is shown may be out of date. */
export function ConnectionBar() {
  const connection = useConnection();
  return (
    <div className="connection" role="status">
      {connection === 'lost' && <p>{t('连接断开了，正在重新连接。现在看到的可能不是最新的。')}</p>}
      <LongWaitBanner />
      <RadarBanner />
    </div>
  );
}
