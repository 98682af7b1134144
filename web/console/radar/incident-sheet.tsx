import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { useMe } from '../me.ts';
import { Sheet } from '../parts/sheet.tsx';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { AnnouncementForm } from './announcement-form.tsx';
import type { Announcement, Incident } from './radar-queries.ts';
import { RunningAnnouncement } from './running-announcement.tsx';
import { askersOf, sayAskers, sayWhat } from './say-incident.ts';

interface IncidentSheetProps {
  readonly incident: Incident;
  readonly running: Announcement | undefined;
  readonly onClose: () => void;
}

/** An incident in numbers, and what people are told of it: written by supervisors, used by all. */
export function IncidentSheet({ incident, running, onClose }: IncidentSheetProps) {
  const { role } = useMe();
  const now = useNow();
  const [isEditing, edit] = useState(false);
  const { count, peak, usual, since, endedAt } = incident;
  const numbers = [
    [t('最近 15 分钟'), t('{count} 人', { count })],
    [t('平时 15 分钟'), usual < 1 ? t('不到 1 人') : t('约 {count} 人', { count: Math.round(usual) })],
    [t('最多的时候'), t('{count} 人', { count: peak })],
    [
      endedAt === null ? t('开始') : t('开始和结束'),
      [since, ...(endedAt ? [endedAt] : [])].map((at) => timeOf(at, now)).join(' – '),
    ],
  ] as const;
  return (
    <Sheet title={sayWhat(incident)} onClose={onClose}>
      <dl className="radar-numbers">
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="sheet-hint">
        {t('一共 {count} 个对话问过（{channels}）。', {
          count: askersOf(incident),
          channels: sayAskers(incident.askers),
        })}
      </p>
      {running && !isEditing && (
        <RunningAnnouncement announcement={running} onEdit={role === 'supervisor' ? () => edit(true) : undefined} />
      )}
      {role === 'supervisor' && (!running || isEditing) && (
        <AnnouncementForm incident={incident} replaced={running} onDone={() => edit(false)} />
      )}
      {role !== 'supervisor' && !running && (
        <p className="radar-none">{t('还没有公告。主管发布后，这里可以直接放进回复。')}</p>
      )}
    </Sheet>
  );
}
