import '../styles/radar.css';
import { Button } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../../shared/t.ts';
import { rich } from '../locale/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../use-now.ts';
import { IncidentSheet } from './incident-sheet.tsx';
import { type Incident, useRadar } from './radar-queries.ts';
import { runningFor, sayUsual, sayWhat } from './say-incident.ts';

/** So many incidents have a line; more are rarer than a desk that is down. */
const SHOWN = 2;
/** How long it is told that one is over, in milliseconds. */
const TOLD = 10 * 60_000;

/** Tells everybody at the desk what many people ask at the moment, and that it is over. */
export function RadarBanner() {
  const { incidents, announcements } = useRadar();
  const [shown, show] = useState<string>();
  const [dismissed, dismiss] = useState<readonly string[]>([]);
  const open = incidents.filter(({ endedAt }) => endedAt === null);
  const over = incidents.filter((one) => one.endedAt !== null && !dismissed.includes(one.id));
  const looked = incidents.find(({ id }) => id === shown);
  return (
    <>
      {open.slice(0, SHOWN).map((incident) => (
        <div key={incident.id} className="radar-line">
          <Icon name="warn" size={18} />
          <p>
            {rich('{what} 15 分钟内 {count} 人在问，{usual}', {
              what: <b>{sayWhat(incident)}</b>,
              // Read aloud when it comes, not whenever it counts on.
              count: <b aria-live="off">{incident.count}</b>,
              usual: sayUsual(incident.usual),
            })}
            {runningFor(incident, announcements) && <span className="radar-told">{t('公告在用')}</span>}
          </p>
          <Button size="small" onClick={() => show(incident.id)}>
            {t('看详情')}
          </Button>
        </div>
      ))}
      {open.length > SHOWN && (
        <div className="radar-line">
          <p>{t('还有 {count} 件事也有很多人在问。', { count: open.length - SHOWN })}</p>
          <Button size="small" onClick={() => show(open[SHOWN]?.id)}>
            {t('看下一件')}
          </Button>
        </div>
      )}
      {over.slice(0, 1).map((incident) => (
        <Over
          key={incident.id}
          incident={incident}
          onLook={runningFor(incident, announcements) && (() => show(incident.id))}
          onDismiss={() => dismiss([...dismissed, incident.id])}
        />
      ))}
      {looked &&
        createPortal(
          <IncidentSheet
            incident={looked}
            running={runningFor(looked, announcements)}
            onClose={() => show(undefined)}
          />,
          document.body,
        )}
    </>
  );
}

interface OverProps {
  readonly incident: Incident;
  /** Where its announcement is still running. */
  readonly onLook: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** Nothing to do any more: said for a while, in a low voice. */
function Over({ incident, onLook, onDismiss }: OverProps) {
  const now = useNow();
  if (!onLook && now - Date.parse(incident.endedAt ?? '') > TOLD) return null;
  const what = sayWhat(incident);
  return (
    <div className="radar-line radar-over">
      <Icon name="check" size={18} />
      <p>
        {onLook
          ? t('{what} 问的人已回到平时。公告还在用，可以看看要不要结束。', { what })
          : t('{what} 问的人已回到平时。', { what })}
      </p>
      {onLook && (
        <Button size="small" onClick={onLook}>
          {t('看详情')}
        </Button>
      )}
      <Button size="small" type="text" onClick={onDismiss}>
        {t('知道了')}
      </Button>
    </div>
  );
}
