import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { serverNow } from '../api/server-clock.ts';
import { Sheet } from '../parts/sheet.tsx';
import { timeOf } from '../times.ts';

interface DueSheetProps {
  readonly title: string;
  readonly hint: string;
  readonly onClose: () => void;
  readonly onChoose: (due: string) => Promise<boolean>;
}

const MINUTE = 60_000;
/** China has one time, and no summer time. */
const CHINA = 8 * 60 * MINUTE;
const DAY = 24 * 60 * MINUTE;

/** When to look again: the usual times with one press, any other by hand. */
export function DueSheet({ title, hint, onClose, onChoose }: DueSheetProps) {
  const [now] = useState(serverNow);
  const [own, setOwn] = useState('');
  const [isBusy, setBusy] = useState(false);
  const usual: readonly (readonly [label: string, at: number])[] = [
    [t('30 分钟后'), now + 30 * MINUTE],
    [t('2 小时后'), now + 120 * MINUTE],
    [t('明天上午'), nextMorning(now)],
  ];

  async function choose(at: number): Promise<void> {
    setBusy(true);
    if (await onChoose(new Date(at).toISOString())) onClose();
    else setBusy(false);
  }

  return (
    <Sheet title={title} onClose={onClose}>
      <p className="sheet-hint">{hint}</p>
      <ul className="choose">
        {usual.map(([label, at], nth) => (
          <li key={label}>
            <button
              type="button"
              disabled={isBusy}
              data-first={nth === 0 ? true : undefined}
              onClick={() => void choose(at)}
            >
              <b>{label}</b>
              <small>{timeOf(new Date(at).toISOString(), now)}</small>
            </button>
          </li>
        ))}
      </ul>
      <label htmlFor="due">{t('别的时间（北京时间）')}</label>
      <div className="due-own">
        <input
          id="due"
          className="area"
          type="datetime-local"
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <Button disabled={own === '' || isBusy} onClick={() => void choose(Date.parse(`${own}Z`) - CHINA)}>
          {t('定在这个时间')}
        </Button>
      </div>
    </Sheet>
  );
}

/** Nine o'clock of the next day in China. */
function nextMorning(now: number): number {
  return Math.floor((now + CHINA) / DAY) * DAY + DAY + 9 * 60 * MINUTE - CHINA;
}
