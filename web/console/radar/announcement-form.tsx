import { Button, Segmented } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { t, written } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { serverNow } from '../api/server-clock.ts';
import { MarkdownText } from '../parts/markdown-text.tsx';
import { useToasts } from '../parts/toast.tsx';
import { timeOf } from '../times.ts';
import { type Announcement, type Incident, publish, sayWhat, stepOf, useRadar } from './radar-queries.ts';

/** Characters. */
const MOST = 300;

interface AnnouncementFormProps {
  readonly incident: Incident;
  /** What ends when this is published. */
  readonly replaced: Announcement | undefined;
  readonly onDone: () => void;
}

/** One text for everybody who asks: how long, for whom, and how it looks to them. */
export function AnnouncementForm({ incident, replaced, onDone }: AnnouncementFormProps) {
  const toasts = useToasts();
  const { heading } = useRadar();
  const field = useId();
  const [text, setText] = useState(replaced?.text ?? '');
  const [minutes, setMinutes] = useState(60);
  const [sends, setSends] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const length = [...text.trim()].length;
  const canPublish = length > 0 && length <= MOST && !isBusy;
  const until = new Date(serverNow() + minutes * 60_000).toISOString();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!canPublish) return;
    setBusy(true);
    setProblem('');
    try {
      const { id } = await publish({ incident: incident.id, text: text.trim(), minutes });
      if (sends) await stepOf(id, 'send');
      toasts.done(sends ? t('公告已发布，正在补发给问过的人') : t('公告已发布'));
      onDone();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <label htmlFor={field}>
        {replaced ? t('改写公告：发布后，原来的就结束') : t('写一条公告，放在机器人的回答前面')}
      </label>
      <textarea
        id={field}
        data-first
        className="area"
        rows={3}
        value={text}
        placeholder={t('说清发生了什么、现在怎么办、什么时候再试')}
        onChange={(event) => setText(event.target.value)}
      />
      <p className={length > MOST ? 'radar-count too-long' : 'radar-count'}>
        {length > MOST ? t('多了 {count} 个字，请删减', { count: length - MOST }) : `${length} / ${MOST}`}
      </p>
      <div className="radar-lasts">
        <span>{t('放多久')}</span>
        <Segmented
          value={minutes}
          onChange={setMinutes}
          options={[
            { value: 30, label: t('30 分钟') },
            { value: 60, label: t('1 小时') },
            { value: 240, label: t('4 小时') },
            { value: 1440, label: t('24 小时') },
          ]}
        />
      </div>
      <label className="radar-sends">
        <input type="checkbox" checked={sends} onChange={(event) => setSends(event.target.checked)} />
        <span>{t('同时补发给问过的 {count} 个对话，每个对话一次', { count: incident.askers })}</span>
      </label>
      {length > 0 && (
        <figure className="radar-preview">
          <figcaption>{t('用户看到的样子')}</figcaption>
          <div className="radar-bubble">
            <MarkdownText text={written(heading)} />
            <p dir="auto">{text.trim().replace(/\s+/g, ' ')}</p>
          </div>
        </figure>
      )}
      <p className="sheet-hint">
        {t('问到{what}的人，先看到公告，再看到回答，每个对话一次。到 {time} 自动结束，也可以提前结束。', {
          what: sayWhat(incident),
          time: timeOf(until, serverNow()),
        })}
      </p>
      {problem !== '' && (
        <p className="radar-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="radar-actions">
        {replaced && <Button onClick={onDone}>{t('不改了')}</Button>}
        <Button type="primary" htmlType="submit" disabled={!canPublish} loading={isBusy}>
          {problem === '' ? t('发布') : t('重试')}
        </Button>
      </div>
    </form>
  );
}
