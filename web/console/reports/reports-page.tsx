import '../styles/reports.css';
import { Button, Skeleton } from 'antd';
import { useMemo } from 'react';
import { chinaDay } from '../../../src/text/china-day.ts';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { serverNow } from '../api/server-clock.ts';
import { endingsPanel, resolutionPanel, responsePanel, volumePanel } from './day-panels.ts';
import { gapsPanel } from './gaps-panel.ts';
import { entriesPanel, facePanel, feedbackPanel, ratingsPanel, reasonsPanel } from './list-panels.ts';
import { Panel, type PanelModel } from './panel.tsx';
import { daysOf } from './period.ts';
import { PeriodPicker } from './period-picker.tsx';
import { type Report, useReport } from './reports-queries.ts';
import { Tiles } from './tiles.tsx';
import { usePeriod } from './use-period.ts';

/** What a period came to, for supervisors. */
export function ReportsPage() {
  const chosen = usePeriod();
  const { period } = chosen;
  const { data: report, error, isPending, isPlaceholderData, refetch } = useReport(period);
  return (
    <div className="reports">
      <header className="page-head">
        <h2>{t('报表')}</h2>
        <PeriodPicker chosen={chosen} />
      </header>
      {error !== null && (
        <p className="list-problem" role="alert">
          {messageOf(error)}
          <Button onClick={() => void refetch()}>{t('重试')}</Button>
        </p>
      )}
      {isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {report && (
        <div aria-busy={isPlaceholderData}>
          <Compared report={report} />
          <Tiles report={report} />
          <Sections report={report} />
        </div>
      )}
    </div>
  );
}

function Compared({ report: { period, before } }: { readonly report: Report }) {
  const isRunning = period.to >= chinaDay(new Date(serverNow()).toISOString());
  return (
    <p className="report-compared" role="status">
      {t('{from} 至 {to}，与前 {days} 天（{first} 至 {last}）相比。', {
        ...period,
        days: daysOf(period),
        first: before.from,
        last: before.to,
      })}
      {isRunning && t('今天还没过完，数字会继续增加。')}
    </p>
  );
}

const PANELS: readonly ((report: Report) => PanelModel)[] = [
  volumePanel,
  endingsPanel,
  entriesPanel,
  reasonsPanel,
  responsePanel,
  resolutionPanel,
  facePanel,
  gapsPanel,
  feedbackPanel,
  ratingsPanel,
];

function Sections({ report }: { readonly report: Report }) {
  const models = useMemo(() => PANELS.map((panel) => panel(report)), [report]);
  return (
    <div className="report-grid">
      {models.map((model) => (
        <Panel key={model.section} model={model} period={report.period} />
      ))}
    </div>
  );
}
