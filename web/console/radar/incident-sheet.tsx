import { Button } from 'antd';
import { useState } from 'react';
import { t, written } from '../../shared/t.ts';
import { usePlace } from '../desk/place.ts';
import { useMe } from '../me.ts';
import { MarkdownText } from '../parts/markdown-text.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useToasts } from '../parts/toast.tsx';
import { giveBackText } from '../talk/kept-text.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { AnnouncementForm } from './announcement-form.tsx';
import { type Announcement, type Incident, sayUsual, sayWhat, stepOf } from './radar-queries.ts';

interface IncidentSheetProps {
  readonly incident: Incident;
  readonly running: Announcement | undefined;
  readonly onClose: () => void;
}

/** An incident in numbers, and what people are told of it: written by supervisors, used by all. */
export function IncidentSheet({ incident, running, onClose }: IncidentSheetProps) {
  const isSupervisor = useMe().role === 'supervisor';
  const now = useNow();
  const [isEditing, edit] = useState(false);
  const { count, peak, since, endedAt, askers } = incident;
  return (
    <Sheet title={sayWhat(incident)} onClose={onClose}>
      <p className="sheet-hint">
        {t('最近 1 小时 {count} 人，{usual}；最多的时候 {peak} 人。', { count, peak, usual: sayUsual(incident) })}
        {endedAt === null
          ? t('{from} 开始，一共 {askers} 个对话问过。', { from: timeOf(since, now), askers })
          : t('{from} 到 {to}，一共 {askers} 个对话问过。', {
              from: timeOf(since, now),
              to: timeOf(endedAt, now),
              askers,
            })}
      </p>
      {running && !isEditing && (
        <RunningAnnouncement announcement={running} onEdit={isSupervisor ? () => edit(true) : undefined} />
      )}
      {isSupervisor && (!running || isEditing) && (
        <AnnouncementForm incident={incident} replaced={running} onDone={() => edit(false)} />
      )}
      {!isSupervisor && !running && <p className="sheet-hint">{t('还没有公告。主管发布后，这里可以直接放进回复。')}</p>}
    </Sheet>
  );
}

interface RunningAnnouncementProps {
  readonly announcement: Announcement;
  /** Supervisors only. */
  readonly onEdit: (() => void) | undefined;
}

/** What people are told at the moment, how far it has come, and what to do with it. */
function RunningAnnouncement({ announcement, onEdit }: RunningAnnouncementProps) {
  const { id, text, shown, byName, until, sending, answered, sent, left } = announcement;
  const { id: me } = useMe();
  const { talk } = usePlace();
  const now = useNow();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);

  async function take(step: 'send' | 'end', said: string): Promise<void> {
    setBusy(true);
    try {
      await stepOf(id, step);
      toasts.done(said);
    } catch (error) {
      toasts.failed(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="radar-running" aria-label={t('正在用的公告')}>
      <div className="radar-bubble">
        <MarkdownText text={written(shown)} />
      </div>
      <p className="sheet-hint">
        {byName === null
          ? t('到 {time} 自动结束。', { time: timeOf(until, now) })
          : t('{name} 发布，到 {time} 自动结束。', { name: byName, time: timeOf(until, now) })}
      </p>
      <p className="radar-progress" role="status">
        {t('{answered} 个对话在回答前看到，补发了 {sent} 个', { answered, sent })}
        {sending === 'under-way' && t('，正在补发，还有 {left} 个', { left })}
        {sending !== 'under-way' && left > 0 && t('，还有 {left} 个问过的没看到', { left })}
      </p>
      <div className="radar-actions">
        {talk !== undefined && (
          <Button
            onClick={() => {
              giveBackText(me, talk, text);
              toasts.done(t('公告已放进回复'));
            }}
          >
            {t('放进回复')}
          </Button>
        )}
        {onEdit && (
          <>
            <Button disabled={isBusy} onClick={() => void take('end', t('公告已结束'))}>
              {t('结束公告')}
            </Button>
            <Button disabled={isBusy} onClick={onEdit}>
              {t('改写')}
            </Button>
            {sending === 'no' && left > 0 && (
              <Button type="primary" loading={isBusy} onClick={() => void take('send', t('正在补发给问过的人'))}>
                {t('补发给 {left} 个对话', { left })}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
}
