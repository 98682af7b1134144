import { t } from '../../shared/t.ts';
import { sayEntry, sayEntryInFull, sayFaceEnding, sayReason } from './names.ts';
import type { PanelModel } from './panel.tsx';
import type { PlotModel } from './plot-model.ts';
import type { Report, Section } from './reports-queries.ts';
import { sayCount, sayHigher, sayMore, sayPointsShortly, sayShare } from './say-figures.ts';

/** The sections that go by something else than the day. */

interface Row {
  /** In the plot, where there is little room. */
  readonly short: string;
  readonly name: string;
  readonly now: number;
  readonly before: number;
}

export function entriesPanel({ entries: { rows } }: Report): PanelModel {
  return pairsPanel({
    section: 'entries',
    title: t('条目'),
    hint: t('答到这一条的对话；一个对话答了几条，每条都算。'),
    head: t('条目'),
    count: t('对话'),
    rows: rows.map(({ entry, label, ...pair }) => ({
      short: sayEntry(entry),
      name: sayEntryInFull(entry, label),
      ...pair,
    })),
  });
}

export function reasonsPanel({ reasons: { rows, total } }: Report): PanelModel {
  return pairsPanel({
    section: 'reasons',
    title: t('转人工原因'),
    hint: t('机器人转给人工或留言的次数，一个对话可以转几次。'),
    head: t('原因'),
    count: t('次数'),
    rows: rows
      .filter(({ reason, now, before }) => reason !== null || now + before > 0)
      .map(({ reason, ...pair }) => ({ short: sayReason(reason), name: sayReason(reason), ...pair })),
    total,
  });
}

export function facePanel({ face: { rows, total } }: Report): PanelModel {
  return pairsPanel({
    section: 'face',
    title: t('人脸核验'),
    hint: t(
      '当天做过人脸核验排查的对话，按最后的结果算。核验通过没有，系统并不告诉我们：“用户说解决了”是之后点了“解决了”的。',
    ),
    head: t('结果'),
    count: t('对话'),
    rows: rows.map(({ ending, ...pair }) => ({ short: sayFaceEnding(ending), name: sayFaceEnding(ending), ...pair })),
    total,
  });
}

export function ratingsPanel({ ratings: { rows, total, mean } }: Report): PanelModel {
  const panel = pairsPanel({
    section: 'ratings',
    title: t('对客服的评分'),
    hint: t('人工服务之后用户打的分，1 到 5，只算最后一次。和对机器人的评价分开。'),
    head: t('评分'),
    count: t('人数'),
    rows: rows.map(({ score, ...pair }) => {
      const name = t('{score} 分', { score });
      return { short: name, name, ...pair };
    }),
    total,
  });
  const say = (value: number | null) => (value === null ? '—' : value.toFixed(2));
  const average = [t('平均'), say(mean.now), say(mean.before), sayHigher(mean)];
  return { ...panel, table: { ...panel.table, totals: 2, rows: [average, ...panel.table.rows] } };
}

interface Pairs {
  readonly section: Section;
  readonly title: string;
  readonly hint: string;
  readonly head: string;
  readonly count: string;
  readonly rows: readonly Row[];
  readonly total?: { readonly now: number; readonly before: number };
}

function pairsPanel({ section, title, hint, head, count, rows, total }: Pairs): PanelModel {
  const cells = (name: string, pair: { readonly now: number; readonly before: number }) => [
    ...[name, sayCount(pair.now), sayCount(pair.before), sayMore(pair)],
  ];
  return {
    section,
    title,
    hint,
    plot: {
      title,
      labels: rows.map(({ short }) => short),
      series: [
        { name: t('本期'), values: rows.map(({ now }) => now), look: 'bar', colour: 1 },
        { name: t('前期'), values: rows.map(({ before }) => before), look: 'bar', colour: 0 },
      ],
      lying: true,
      adds: true,
      say: sayCount,
    },
    table: {
      head: [head, t('{count}，本期', { count }), t('前期'), t('变化')],
      totals: total ? 1 : 0,
      rows: [...(total ? [cells(t('合计'), total)] : []), ...rows.map((row) => cells(row.name, row))],
    },
  };
}

export function feedbackPanel({ feedback: { rows, total, share } }: Report): PanelModel {
  const title = t('对机器人回答的评价');
  const shares = ({ helpful, unhelpful }: typeof total.now) =>
    helpful + unhelpful === 0 ? null : helpful / (helpful + unhelpful);
  const cells = (name: string, { now, before }: typeof total) => [
    ...[name, sayCount(now.helpful), sayCount(now.unhelpful), sayShare(shares(now)), sayShare(shares(before))],
    sayPointsShortly({ now: shares(now), before: shares(before) }),
  ];
  const plot: PlotModel = {
    title,
    labels: rows.map(({ entry }) => sayEntry(entry)),
    series: [
      { name: t('有帮助'), values: rows.map(({ now }) => now.helpful), look: 'bar', colour: 2, stacked: true },
      { name: t('没帮助'), values: rows.map(({ now }) => now.unhelpful), look: 'bar', colour: 3, stacked: true },
    ],
    lying: true,
    adds: true,
    say: sayCount,
  };
  return {
    section: 'feedback',
    title,
    hint: t('用户在回答下面点的“有帮助”“没帮助”，按点的那天算。有帮助 {share}。', { share: sayShare(share.now) }),
    plot,
    table: {
      head: [t('条目'), t('有帮助'), t('没帮助'), t('有帮助占比'), t('前期占比'), t('变化')],
      totals: 1,
      rows: [
        cells(t('合计'), total),
        ...rows.map(({ entry, label, ...both }) => cells(sayEntryInFull(entry, label), both)),
      ],
    },
  };
}
