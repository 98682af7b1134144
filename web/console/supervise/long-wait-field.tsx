import { InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { t } from '../../shared/t.ts';
import { useToasts } from '../parts/toast.tsx';
import { sayDuration } from './say-duration.ts';
import { setLongWait, useLongWaitSeconds } from './supervise-queries.ts';

/** After how long supervisors are told that somebody waits: kept when the field is left, for all of them. */
export function LongWaitField() {
  const stored = useLongWaitSeconds();
  const toasts = useToasts();
  const [seconds, setSeconds] = useState(stored);
  useEffect(() => setSeconds(stored), [stored]);

  async function keep(): Promise<void> {
    if (seconds === undefined || seconds === stored) return;
    try {
      await setLongWait(seconds);
      toasts.done(t('等了超过 {limit}会提醒主管', { limit: sayDuration(seconds) }));
    } catch (error) {
      toasts.failed(error);
      setSeconds(stored);
    }
  }

  return (
    <div className="long-wait-field">
      <span aria-hidden="true">{t('等待提醒')}</span>
      <InputNumber
        aria-label={t('等了多少秒提醒主管')}
        min={30}
        max={3600}
        step={30}
        precision={0}
        value={seconds ?? null}
        disabled={stored === undefined}
        suffix={t('秒')}
        onChange={(next) => setSeconds(next ?? stored)}
        onBlur={() => void keep()}
        onPressEnter={() => void keep()}
      />
    </div>
  );
}
