import { Button } from 'antd';
import { useId, useState } from 'react';
import { t } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import { useToasts } from '../parts/toast.tsx';
import type { Period } from './period.ts';
import { Plot } from './plot.tsx';
import { isEmptyPlot, type PlotModel } from './plot-model.ts';
import { ReportTable, type TableModel } from './report-table.tsx';
import { downloadCsv, type Section } from './reports-queries.ts';

/** One section of the reports: the same numbers as a plot and as a table. */
export interface PanelModel {
  readonly section: Section;
  readonly title: string;
  /** How it is counted. */
  readonly hint: string;
  readonly plot: PlotModel;
  readonly table: TableModel;
}

export function Panel({ model, period }: { readonly model: PanelModel; readonly period: Period }) {
  const { section, title, hint, plot, table } = model;
  const heading = useId();
  const toasts = useToasts();
  const [isLoading, setLoading] = useState(false);

  async function download(): Promise<void> {
    setLoading(true);
    await downloadCsv(section, period).catch(toasts.failed);
    setLoading(false);
  }

  return (
    <section className="panel report" aria-labelledby={heading} data-section={section}>
      <header>
        <h3 id={heading}>{title}</h3>
        <Button
          size="small"
          loading={isLoading}
          icon={<Icon name="download" size={16} />}
          aria-label={t('下载{title}的 CSV', { title })}
          onClick={() => void download()}
        >
          CSV
        </Button>
      </header>
      <p className="report-hint">{hint}</p>
      {isEmptyPlot(plot) ? (
        <p className="page-empty">{t('这段时间没有数据。有了就会画在这里。')}</p>
      ) : (
        <Plot model={plot} />
      )}
      <ReportTable title={t('{title}的表', { title })} model={table} />
    </section>
  );
}
