import { t } from '../../shared/t.ts';
import { sayChannel, sayEnding } from './names.ts';
import type { PanelModel } from './panel.tsx';
import type { Series } from './plot-model.ts';
import type { Report } from './reports-queries.ts';
import {
  sayCount,
  sayDay,
  sayFaster,
  sayMore,
  sayMoreShortly,
  sayPointsShortly,
  sayShare,
  sayTime,
} from './say-figures.ts';

/** The sections that go by the day. */

type Colour = Series['colour'];

export const dayOf = (day: string): string => day.slice(5);

/** The same days of the period before, as a line behind. */
export function beforeLine(values: readonly (number | null)[]): Series {
  return { name: t('前期'), values, look: 'dashed', colour: 0 };
}

export function volumePanel({ volume: { days, channels, conversations, turns } }: Report): PanelModel {
  const title = t('对话量');
  const names = channels.map(({ channel }) => sayChannel(channel));
  const perChannel = channels.map(({ channel }, at) => ({
    name: names[at] ?? channel,
    values: days.map((day) => day.channels[channel] ?? 0),
    look: 'bar' as const,
    colour: ((at % 5) + 1) as Colour,
    stacked: true,
  }));
  return {
    section: 'volume',
    title,
    hint: t('同一位用户同一天和机器人说的话，算一个对话；“回答”是机器人答了几次。'),
    plot: {
      title,
      labels: days.map(({ day }) => dayOf(day)),
      series: [...perChannel, beforeLine(days.map(({ before }) => before))],
      adds: true,
      say: sayCount,
    },
    table: {
      head: [t('日期'), t('对话'), ...names, t('回答'), t('前期'), t('变化')],
      totals: 1,
      rows: [
        [
          t('合计'),
          sayCount(conversations.now),
          ...channels.map(({ now }) => sayCount(now)),
          ...[sayCount(turns.now), sayCount(conversations.before), sayMore(conversations)],
        ],
        ...days.map(({ day, conversations: now, channels: by, turns: answers, before }) => [
          ...[sayDay(day), sayCount(now)],
          ...channels.map(({ channel }) => sayCount(by[channel] ?? 0)),
          ...[sayCount(answers), sayCount(before), sayMoreShortly({ now, before })],
        ]),
      ],
    },
  };
}

export function endingsPanel({ endings: { days, rows, share } }: Report): PanelModel {
  const title = t('对话怎样结束');
  const colours: Readonly<Record<(typeof rows)[number]['ending'], Colour>> = {
    solved: 1,
    unhelpful: 3,
    unanswered: 5,
    person: 4,
  };
  const key = { solved: 'solved', unhelpful: 'unhelpful', unanswered: 'unanswered', person: 'person' } as const;
  return {
    section: 'endings',
    title,
    hint: t(
      '当天问了事情的对话：到过人工或留言的算“转了人工”；其余的，用户说过“没帮助”的单算；机器人没有给出答案或检查结果的算“没有答上”；剩下的是机器人办完的。只打招呼的不算在内。',
    ),
    plot: {
      title,
      labels: days.map(({ day }) => dayOf(day)),
      series: rows.map(({ ending }) => ({
        name: sayEnding(ending),
        values: days.map((day) => day[key[ending]]),
        look: 'bar',
        colour: colours[ending],
        stacked: true,
      })),
      adds: true,
      say: sayCount,
    },
    table: {
      head: [t('日期'), ...rows.map(({ ending }) => sayEnding(ending)), t('办完占比'), t('前期'), t('变化')],
      totals: 1,
      rows: [
        [
          t('合计'),
          ...rows.map(({ now }) => sayCount(now)),
          ...[sayShare(share.now), sayShare(share.before), sayPointsShortly(share)],
        ],
        ...days.map((day) => [
          sayDay(day.day),
          ...rows.map(({ ending }) => sayCount(day[key[ending]])),
          ...[sayShare(day.share), sayShare(day.before), sayPointsShortly({ now: day.share, before: day.before })],
        ]),
      ],
    },
  };
}

export function responsePanel({ response }: Report): PanelModel {
  const hint = t('从转人工到客服说第一句话。按转人工的日期算，图里只有排队的，留言另计。');
  return timesPanel('response', t('首次响应'), hint, t('有回应'), response);
}

export function resolutionPanel({ resolution }: Report): PanelModel {
  const hint = t('从转人工到客服结束对话。按转人工的日期算，图里只有排队的，留言另计；没有结束的不算时长。');
  return timesPanel('resolution', t('处理时长'), hint, t('已结束'), resolution);
}

function timesPanel(
  section: 'response' | 'resolution',
  title: string,
  hint: string,
  done: string,
  { days, ways }: Report['response'],
): PanelModel {
  type Spread = (typeof ways)[number]['now'];
  const row = (name: string, { came, done: of, median, p90 }: Spread, change: string) => [
    ...[name, sayCount(came), sayCount(of), sayTime(median), sayTime(p90), change],
  ];
  const totals = ways.flatMap(({ way, now, before }) => {
    const change = sayFaster({ now: now.median, before: before.median });
    return way === 'queue'
      ? [row(t('排队的'), now, change), row(t('排队的，前期'), before, '—')]
      : [row(t('留言的'), now, change), row(t('留言的，前期'), before, '—')];
  });
  return {
    section,
    title,
    hint,
    plot: {
      title,
      labels: days.map(({ day }) => dayOf(day)),
      series: [
        { name: t('中位数'), values: days.map(({ median }) => median), look: 'line', colour: 1 },
        { name: t('九成以内'), values: days.map(({ p90 }) => p90), look: 'line', colour: 3 },
      ],
      adds: false,
      isTime: true,
      say: sayTime,
    },
    table: {
      head: [t('日期'), t('转人工'), done, t('中位数'), t('九成以内'), t('中位数变化')],
      totals: totals.length,
      rows: [...totals, ...days.map(({ day, ...spread }) => row(sayDay(day), spread, '—'))],
    },
  };
}
