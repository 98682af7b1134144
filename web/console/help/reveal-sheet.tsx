import { Button } from 'antd';
import { type FormEvent, useMemo, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { refreshTalk } from '../api/desk-queries.ts';
import type { Revealed } from '../api/types.ts';
import { Sheet } from '../parts/sheet.tsx';
import { ClosesBy } from './closes-by.tsx';
import { Findings } from './findings.tsx';
import { numberedMarks } from './marks.ts';
import { RevealedPicture } from './revealed-picture.tsx';
import type { Judged } from './seen-pictures.ts';

interface RevealSheetProps {
  readonly talk: string;
  /** contact:L-7 or picture:abc */
  readonly item: string;
  readonly title: string;
  /** Of a picture: what was found in it. */
  readonly judged?: Judged | undefined;
  readonly onClose: () => void;
}

/** Shows one hidden thing once, after a reason that is recorded; closing forgets it, and it closes by itself. */
export function RevealSheet({ talk, item, title, judged, onClose }: RevealSheetProps) {
  const [reason, setReason] = useState('');
  const [shown, show] = useState<Revealed>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const marks = useMemo(() => (judged ? numberedMarks(judged) : []), [judged]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      show(await call<Revealed>('POST', `/talks/${encodeURIComponent(talk)}/reveal`, { item, reason }));
      void refreshTalk(talk);
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet title={title} onClose={onClose} wide={shown?.file !== undefined}>
      {shown ? (
        <>
          {shown.value !== undefined && <p className="revealed">{shown.value}</p>}
          {shown.file && (
            <div className={judged ? 'revealed-beside' : undefined}>
              <RevealedPicture file={shown.file} title={title} marks={marks} />
              {judged && <Findings judged={judged} numbers={marks.flatMap(({ number }) => number ?? [])} />}
            </div>
          )}
          <ClosesBy onClose={onClose} />
          <Button block onClick={onClose}>
            {t('关闭')}
          </Button>
        </>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <label htmlFor="reason">{t('为什么要看')}</label>
          <input
            id="reason"
            className="area"
            data-first
            value={reason}
            maxLength={200}
            autoComplete="off"
            placeholder={t('例如：回电话告知结果')}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="sheet-hint">
            {item.startsWith('picture:')
              ? t('谁在什么时候、为什么看，会被记录。图片上有您的名字和时间的水印。')
              : t('谁在什么时候、为什么看，会被记录。')}
          </p>
          <p className="gate-problem" role="alert">
            {problem}
          </p>
          <Button type="primary" htmlType="submit" block loading={isBusy}>
            {t('查看')}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
