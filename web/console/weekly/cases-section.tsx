import { t } from '../../shared/t.ts';
import { sayReason } from '../reports/names.ts';
import { ReportTable } from '../reports/report-table.tsx';
import { sayCount, sayTime } from '../reports/say-figures.ts';
import { pairRow } from './asked-sections.tsx';
import { Section } from './section.tsx';
import type { Weekly } from './weekly-queries.ts';

type Cases = NonNullable<Weekly['cases']>;

/** What came to the desk, why, and how soon it was answered and resolved. */
export function Cases({ cases: { reasons, response, resolution } }: { readonly cases: Cases }) {
  const shown = reasons.rows.filter(({ now, before }) => now + before > 0);
  return (
    <Section name="cases" title={t('转人工')} hint={t('时间从转人工算起：到客服第一次开口，到客服结束。')}>
      {shown.length === 0 ? (
        <p className="page-empty">{t('这两周没有人转人工。')}</p>
      ) : (
        <>
          <ReportTable
            title={t('转人工原因的表')}
            model={{
              head: [t('原因'), t('这一周'), t('前一周'), t('变化')],
              rows: [
                pairRow(t('合计'), reasons.total),
                ...shown.map(({ reason, ...pair }) => pairRow(sayReason(reason), pair)),
              ],
              totals: 1,
            }}
          />
          <ReportTable
            title={t('多久有人答、多久解决的表')}
            model={{
              head: [t('这一周'), t('做到的'), t('中位数'), t('九成在'), t('前一周中位数')],
              rows: [...timeRows(response, sayResponse), ...timeRows(resolution, sayResolution)],
            }}
          />
        </>
      )}
    </Section>
  );
}

type Way = Cases['response']['ways'][number]['way'];

function sayResponse(way: Way): string {
  return way === 'queue' ? t('有人答：排队的') : t('有人答：留言的');
}

function sayResolution(way: Way): string {
  return way === 'queue' ? t('解决：排队的') : t('解决：留言的');
}

function timeRows({ ways }: Cases['response'], say: (way: Way) => string): readonly (readonly string[])[] {
  return ways
    .filter(({ now, before }) => now.came + before.came > 0)
    .map(({ way, now, before }) => [
      ...[say(way), `${sayCount(now.done)} / ${sayCount(now.came)}`],
      ...[sayTime(now.median), sayTime(now.p90), sayTime(before.median)],
    ]);
}
