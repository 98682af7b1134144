import '../styles/long-wait.css';
import { Button } from 'antd';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { t } from '../../shared/t.ts';
import { pathOf } from '../desk/place.ts';
import { rich } from '../locale/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { visitorName } from '../words.ts';
import { dismiss, useDismissed } from './dismissed.ts';
import { sayDuration } from './say-duration.ts';
import { useLongWaitSeconds } from './supervise-queries.ts';
import { useLongWaits, waitOf } from './use-long-waits.ts';

/** So many are named; of the others, how many there are. */
const NAMED = 3;

/**
 * Tells supervisors wherever they are at the desk that somebody waits too long, once for each wait. It stands in a
 * status that is read aloud, so it holds no running time.
 */
export function LongWaitBanner() {
  const seconds = useLongWaitSeconds();
  const dismissed = useDismissed();
  const waits = useLongWaits().filter((one) => !dismissed.includes(waitOf(one)));
  if (seconds === undefined || waits.length === 0) return null;
  const named = waits.slice(0, NAMED).map(({ talk }, at) => (
    <Fragment key={talk}>
      {at > 0 && t('、')}
      <Link to={pathOf('talks', talk)}>{visitorName(talk)}</Link>
    </Fragment>
  ));
  const limit = sayDuration(seconds);
  return (
    <div className="long-wait">
      <Icon name="warn" size={18} />
      <p>
        {waits.length > NAMED
          ? rich('{named} 等 {count} 人已等了超过 {limit}，还没有客服接入。', { named, count: waits.length, limit })
          : rich('{named} 已等了超过 {limit}，还没有客服接入。', { named, limit })}
      </p>
      <Button size="small" onClick={() => dismiss(waits.map(waitOf))}>
        {t('知道了')}
      </Button>
    </div>
  );
}
