import '../styles/radar.css';
import { Button } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../../shared/t.ts';
import { rich } from '../locale/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../use-now.ts';
import { IncidentSheet } from './incident-sheet.tsx';
import { runningFor, sayUsual, sayWhat, useRadar } from './radar-queries.ts';

/** How long it is told that one is over, in milliseconds; longer where its announcement still runs. */
const TOLD = 10 * 60_000;

/** Tells everybody at the desk what many people ask at the moment, and, in a low voice, that it is over. */
export function RadarBanner() {
  const { incidents, announcements } = useRadar();
  const now = useNow();
  const [shown, show] = useState<string>();
  const looked = incidents.find(({ id }) => id === shown);
  return (
    <>
      {incidents.map((incident) => {
        const { id, count, endedAt } = incident;
        const what = sayWhat(incident);
        const running = runningFor(incident, announcements);
        const isOpen = endedAt === null;
        if (!isOpen && !running && now - Date.parse(endedAt) > TOLD) return null;
        return (
          <div key={id} className={isOpen ? 'radar-line' : 'radar-line radar-over'}>
            <Icon name={isOpen ? 'warn' : 'check'} size={18} />
            <p>
              {isOpen
                ? rich('{what} 最近 1 小时 {count} 人在问，{usual}', {
                    what: <b>{what}</b>,
                    // Read aloud when it comes, not whenever it counts on.
                    count: <b aria-live="off">{count}</b>,
                    usual: sayUsual(incident),
                  })
                : t('{what} 问的人已回到平时。', { what })}
              {running && <span className="radar-told">{t('公告在用')}</span>}
            </p>
            {(isOpen || running) && (
              <Button size="small" onClick={() => show(id)}>
                {t('看详情')}
              </Button>
            )}
          </div>
        );
      })}
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
