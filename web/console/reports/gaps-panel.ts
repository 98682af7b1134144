import { t } from '../../shared/t.ts';
import { beforeLine, dayOf } from './day-panels.ts';
import type { PanelModel } from './panel.tsx';
import type { Report } from './reports-queries.ts';
import { sayCount, sayDay, sayMore, sayMoreShortly } from './say-figures.ts';

/** What no entry answered, by the day. */
export function gapsPanel({ gaps: { days, rows, total } }: Report): PanelModel {
  const title = t('没有答上的问题');
  const of = (outcome: (typeof rows)[number]['outcome']) =>
    sayCount(rows.find((row) => row.outcome === outcome)?.now ?? 0);
  return {
    section: 'gaps',
    title,
    hint: t('按问题算，一个对话里可以有几个。“要用户选”是几个条目都像，请用户选了一个。'),
    plot: {
      title,
      labels: days.map(({ day }) => dayOf(day)),
      series: [
        {
          name: t('没找到答案'),
          values: days.map(({ notCovered }) => notCovered),
          look: 'bar',
          colour: 3,
          stacked: true,
        },
        { name: t('要用户选'), values: days.map(({ clarify }) => clarify), look: 'bar', colour: 1, stacked: true },
        { name: t('直接转人工'), values: days.map(({ handoff }) => handoff), look: 'bar', colour: 4, stacked: true },
        beforeLine(days.map(({ before }) => before)),
      ],
      adds: true,
      say: sayCount,
    },
    table: {
      head: [t('日期'), t('没找到答案'), t('要用户选'), t('直接转人工'), t('前期合计'), t('变化')],
      totals: 1,
      rows: [
        [t('合计'), of('not-covered'), of('clarify'), of('handoff'), sayCount(total.before), sayMore(total)],
        ...days.map(({ day, notCovered, clarify, handoff, before }) => [
          ...[sayDay(day), sayCount(notCovered), sayCount(clarify), sayCount(handoff), sayCount(before)],
          sayMoreShortly({ now: notCovered + clarify + handoff, before }),
        ]),
      ],
    },
  };
}
