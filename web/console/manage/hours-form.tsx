import { Button, Switch } from 'antd';
import { useState } from 'react';
import type { Hours } from '../../../src/handoff/hours.ts';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { useToasts } from '../parts/toast.tsx';
import { ExceptionRows } from './exception-rows.tsx';
import { isProblematic, USUAL_HOURS } from './hours-problems.ts';
import { HoursSummary } from './hours-summary.tsx';
import { saveHours } from './manage-queries.ts';
import { WeekRows } from './week-rows.tsx';

interface HoursFormProps {
  readonly stored: Hours | null;
  readonly draft: Hours | null | undefined;
  readonly change: (next: Hours | null | undefined) => void;
}

export function HoursForm({ stored, draft, change }: HoursFormProps) {
  const hours = draft === undefined ? stored : draft;
  const isChanged = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(stored);
  const toasts = useToasts();
  // What stood there before somebody switched to always open.
  const [last, keepLast] = useState(stored ?? USUAL_HOURS);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  function switchAlways(isAlways: boolean): void {
    if (isAlways && hours) keepLast(hours);
    change(isAlways ? null : last);
  }

  async function save(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await saveHours(hours);
      change(undefined);
      toasts.done(t('服务时间已改，马上生效'), () => saveHours(stored));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <HoursSummary hours={hours} isChanged={isChanged} />
      <section className="panel">
        <div className="switch-line">
          <Switch id="always" checked={hours === null} onChange={switchAlways} />
          <label htmlFor="always">
            <b>{t('一直开着')}</b>
            <span>{t('不限时间：只要有客服在接待，用户就能转人工')}</span>
          </label>
        </div>
        {hours && <WeekRows hours={hours} change={change} />}
        {hours && (
          <div className="switch-line">
            <Switch id="holidays" checked={hours.holidays} onChange={(holidays) => change({ ...hours, holidays })} />
            <label htmlFor="holidays">
              <b>{t('按中国法定节假日调休')}</b>
              <span>{t('放假的日子休息；调休上班的周末按周一到周五的时间')}</span>
            </label>
          </div>
        )}
      </section>
      {hours && <ExceptionRows hours={hours} change={change} />}
      {isChanged && (
        <div className="save-bar">
          <p role="alert" className={problem ? 'form-problem' : 'form-hint'}>
            {problem ?? t('改了还没有保存。离开这一页也会保留。')}
          </p>
          <Button onClick={() => change(undefined)}>{t('放弃修改')}</Button>
          <Button
            type="primary"
            loading={isBusy}
            disabled={hours !== null && isProblematic(hours)}
            onClick={() => void save()}
          >
            {t('保存')}
          </Button>
        </div>
      )}
    </>
  );
}
