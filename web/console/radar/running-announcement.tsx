import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { usePlace } from '../desk/place.ts';
import { useMe } from '../me.ts';
import { MarkdownText } from '../parts/markdown-text.tsx';
import { useToasts } from '../parts/toast.tsx';
import { giveBackText } from '../talk/kept-text.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { type Announcement, endAnnouncement, sendToAskers } from './radar-queries.ts';

interface RunningAnnouncementProps {
  readonly announcement: Announcement;
  /** Supervisors only. */
  readonly onEdit: (() => void) | undefined;
}

/** What people are told at the moment, how far it has come, and what to do with it. */
export function RunningAnnouncement({ announcement, onEdit }: RunningAnnouncementProps) {
  const { id, text, shown, byName, until, sending, answered, sent, left } = announcement;
  const { id: me } = useMe();
  const { talk } = usePlace();
  const now = useNow();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);

  async function act(what: () => Promise<unknown>, said: string): Promise<void> {
    setBusy(true);
    try {
      await what();
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
        <MarkdownText text={shown} />
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
            <Button disabled={isBusy} onClick={() => void act(() => endAnnouncement(id), t('公告已结束'))}>
              {t('结束公告')}
            </Button>
            <Button disabled={isBusy} onClick={onEdit}>
              {t('改写')}
            </Button>
            {sending === 'no' && left > 0 && (
              <Button
                type="primary"
                loading={isBusy}
                onClick={() => void act(() => sendToAskers(id), t('正在补发给问过的人'))}
              >
                {t('补发给 {left} 个对话', { left })}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
}
