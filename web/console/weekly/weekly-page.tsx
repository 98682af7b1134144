import '../styles/forms.css';
import '../styles/reports.css';
import '../styles/weekly.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { weekNamed } from '../../../src/adapters/console/reports/weekly/week.ts';
import { t } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useToasts } from '../parts/toast.tsx';
import { Sections } from './sections.tsx';
import { WeekPicker } from './week-picker.tsx';
import { downloadWeekly, useWeekly, type Weekly } from './weekly-queries.ts';
import { WeeklyTiles } from './weekly-tiles.tsx';

/** What a week came to: what was asked, not covered, of no help and old. The address names the week. */
export function WeeklyPage() {
  const [params, setParams] = useSearchParams();
  const named = params.get('week') ?? '';
  const chosen = weekNamed(named)?.name;
  const weekly = useWeekly(chosen);
  const week = chosen ?? weekly.data?.week;
  return (
    <div className="reports weekly">
      <header className="page-head">
        <h2>{t('周报')}</h2>
        <WeekPicker week={week} choose={(next) => setParams({ week: next }, { replace: true })} />
        <Download week={week} />
      </header>
      <Loaded query={weekly} rows={12}>
        {(report) => (
          <div aria-busy={weekly.isPlaceholderData}>
            <Compared weekly={report} />
            {isQuiet(report) ? (
              <p className="panel page-empty">
                {t(
                  '这一周没有人问过。有了对话，这里会写出问了什么、什么没有答上、哪些回答没帮上忙；下面的条目有多旧随时都在。',
                )}
              </p>
            ) : (
              <WeeklyTiles weekly={report} />
            )}
            <Sections weekly={report} isQuiet={isQuiet(report)} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** Nothing was asked, and nothing came to the desk, in either week. */
function isQuiet({ turns, gaps, cases }: Weekly): boolean {
  const came = cases ? cases.reasons.total.now + cases.reasons.total.before : 0;
  return turns.total.now + turns.total.before + gaps.asked + came === 0;
}

function Compared({ weekly: { from, to, before, over } }: { readonly weekly: Weekly }) {
  return (
    <p className="report-compared" role="status">
      {t('{from} 至 {to}，与前一周（{first} 至 {last}）相比。', { from, to, first: before.from, last: before.to })}
      {!over && t('这一周还没过完，数字会继续增加。')}
    </p>
  );
}

function Download({ week }: { readonly week: string | undefined }) {
  const toasts = useToasts();
  const [isLoading, setLoading] = useState(false);

  async function download(): Promise<void> {
    if (week === undefined) return;
    setLoading(true);
    await downloadWeekly(week).catch(toasts.failed);
    setLoading(false);
  }

  return (
    <Button
      disabled={week === undefined}
      loading={isLoading}
      icon={<Icon name="download" size={18} />}
      onClick={() => void download()}
    >
      {t('下载 Markdown')}
    </Button>
  );
}
