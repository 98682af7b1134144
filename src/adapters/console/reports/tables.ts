import type { Cell, Table } from './csv.ts';
import { channelNamed, ENDING_NAMES, FACE_NAMES, OUTCOME_NAMES, REASON_NAMES, WAY_NAMES } from './names.ts';
import type { Report, Section } from './schema.ts';

type Times = Report['response'];

/** Every section as a table, in words. */
export const TABLES: Readonly<Record<Section, (report: Report) => Table>> = {
  volume: ({ volume: { days, channels } }) => ({
    head: ['日期', '对话', '机器人回答', ...channels.map(({ channel }) => channelNamed(channel)), '前一段时间的对话'],
    rows: days.map((day) => [
      ...[day.day, day.conversations, day.turns],
      ...channels.map(({ channel }) => day.channels[channel] ?? 0),
      day.before,
    ]),
  }),
  entries: ({ entries: { rows } }) => ({
    head: ['条目', '名称', '对话', '前一段时间的对话'],
    rows: rows.map(({ entry, label, now, before }) => [`第${entry}条`, label, now, before]),
  }),
  endings: ({ endings: { days } }) => ({
    head: ['日期', ...Object.values(ENDING_NAMES), '机器人办完（%）', '前一段时间机器人办完（%）'],
    rows: days.map(({ day, solved, unhelpful, unanswered, person, share, before }) => [
      ...[day, solved, unhelpful, unanswered, person],
      ...[percent(share), percent(before)],
    ]),
  }),
  reasons: ({ reasons: { rows } }) => ({
    head: ['原因', '次数', '前一段时间的次数'],
    rows: rows.map(({ reason, now, before }) => [REASON_NAMES[reason ?? 'none'], now, before]),
  }),
  response: ({ response }) => timesTable(response, '已响应'),
  resolution: ({ resolution }) => timesTable(resolution, '已结束'),
  face: ({ face: { rows } }) => ({
    head: ['结果', '对话', '前一段时间的对话'],
    rows: rows.map(({ ending, now, before }) => [FACE_NAMES[ending], now, before]),
  }),
  feedback: ({ feedback: { rows } }) => ({
    head: ['条目', '名称', '有帮助', '没帮助', '前一段时间有帮助', '前一段时间没帮助'],
    rows: rows.map(({ entry, label, now, before }) => [
      ...[entry === null ? '其他回答' : `第${entry}条`, label],
      ...[now.helpful, now.unhelpful, before.helpful, before.unhelpful],
    ]),
  }),
  ratings: ({ ratings: { rows } }) => ({
    head: ['评分', '人数', '前一段时间的人数'],
    rows: rows.map(({ score, now, before }) => [`${score} 分`, now, before]),
  }),
  gaps: ({ gaps: { days } }) => ({
    head: ['日期', ...Object.values(OUTCOME_NAMES), '前一段时间的合计'],
    rows: days.map(({ day, notCovered, clarify, handoff, before }) => [day, notCovered, clarify, handoff, before]),
  }),
};

function timesTable({ days, ways }: Times, done: string): Table {
  const row = (name: string, spread: Times['days'][number] | Times['ways'][number]['now']): readonly Cell[] => [
    ...[name, spread.came, spread.done],
    ...[seconds(spread.median), seconds(spread.p90)],
  ];
  return {
    head: ['日期', '转人工', done, '中位数（秒）', '九成在多少秒内'],
    rows: [
      ...days.map((day) => row(day.day, day)),
      ...ways.flatMap(({ way, now, before }) => [
        row(`合计：${WAY_NAMES[way]}`, now),
        row(`前一段时间：${WAY_NAMES[way]}`, before),
      ]),
    ],
  };
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1000);
}

/** In percent with one decimal. */
function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10;
}
