import type { Table } from '../csv.ts';
import { REASON_NAMES, WAY_NAMES } from '../names.ts';
import { UNHELPFUL_NAMES, WEEKLY_OUTCOME_NAMES } from './weekly-names.ts';
import type { Weekly } from './weekly-schema.ts';

/** A part of a report in words: how it is counted, a table, a list with what belongs under each item. */
export interface WeeklySection {
  readonly title: string;
  readonly note: string;
  readonly table?: Table;
  readonly list?: readonly { readonly text: string; readonly under: readonly string[] }[];
  /** Said where table and list are empty. */
  readonly empty: string;
}

/** The report in words, for people who read it outside of the console. */
export function weeklySections(weekly: Weekly): readonly WeeklySection[] {
  return [
    turnsSection(weekly),
    entriesSection(weekly),
    ...(weekly.asked ? [askedSection(weekly.asked)] : []),
    gapsSection(weekly),
    unhelpfulSection(weekly),
    suggestionsSection(weekly),
    oldSection(weekly),
    ...(weekly.cases ? casesSections(weekly.cases) : []),
  ];
}

const NOTHING = '这一周没有。';

function turnsSection({ turns }: Weekly): WeeklySection {
  const rows = turns.rows.filter(({ now, before }) => now + before > 0);
  return {
    title: '机器人回答了什么',
    note: `共 ${turns.total.now} 个回合，前一周 ${turns.total.before} 个。`,
    table: {
      head: ['结果', '这一周', '前一周'],
      rows: rows.map(({ outcome, now, before }) => [WEEKLY_OUTCOME_NAMES[outcome], now, before]),
    },
    empty: NOTHING,
  };
}

function entriesSection({ entries }: Weekly): WeeklySection {
  return {
    title: '问到的条目',
    note: '答到这一条的对话；一个对话答了几条，每条都算。',
    table: {
      head: ['条目', '名称', '这一周', '前一周'],
      rows: entries.rows.map(({ entry, label, now, before }) => [`第${entry}条`, label, now, before]),
    },
    empty: NOTHING,
  };
}

function askedSection({ groups, asked, grouped, by }: NonNullable<Weekly['asked']>): WeeklySection {
  const share = grouped < asked ? `，归组的是最常问的 ${grouped} 次` : '';
  return {
    title: '用户怎么问',
    note: `用户自己打的问题共 ${asked} 次${share}。${byWords(by)}`,
    list: groups.map(({ times, talks, examples, entry }) => ({
      text: `${times} 次，${talks} 个对话，${entry === null ? '多数没有答上' : `多数答第${entry}条`}`,
      under: examples.map(({ text }) => text),
    })),
    empty: NOTHING,
  };
}

function gapsSection({ gaps }: Weekly): WeeklySection {
  return {
    title: '没有答上的',
    note: `共 ${gaps.asked} 次，前一周 ${gaps.before} 次；其中 ${gaps.dismissed} 次已忽略。${byWords(gaps.by)}`,
    list: gaps.groups.map(({ size, covered, talks, examples, nearest: [near] }) => ({
      text: [
        size > 0 ? `${size} 次` : `${covered} 次，现在都答得上`,
        `${talks} 个对话`,
        ...(size > 0 && covered > 0 ? [`另有 ${covered} 次现在答得上`] : []),
        ...(near ? [`最接近第${near.entry}条“${near.title}”（${near.confidence.toFixed(2)}）`] : []),
      ].join('，'),
      under: examples.map(({ text }) => text),
    })),
    empty: NOTHING,
  };
}

function unhelpfulSection({ unhelpful }: Weekly): WeeklySection {
  return {
    title: '没帮上忙的回答',
    note: '用户说没帮助，或者半小时内接着找人工、又问同一件事；一次回答只算一种。',
    list: unhelpful.map(({ entry, label, answers, votes, persons, again, examples }) => ({
      text: `第${entry}条${label ? `“${label}”` : ''}：回答 ${answers} 次，没帮助 ${votes}，接着找人工 ${persons}，又问 ${again}`,
      under: examples.map(({ text, why }) => `${text}（${UNHELPFUL_NAMES[why]}）`),
    })),
    empty: NOTHING,
  };
}

function suggestionsSection({ suggestions }: Weekly): WeeklySection {
  return {
    title: '建议加的问法',
    note: '客服按这一条解决了，机器人当时没有用它回答。到控制台“知识 › 缺口”里试过再加。',
    list: suggestions.map(({ entry, title, talks, texts }) => ({
      text: `第${entry}条“${title}”：${texts.length} 种问法，${talks} 个对话`,
      under: texts.map(({ text }) => text),
    })),
    empty: '这一周解决的对话里没有。',
  };
}

function oldSection({ old, day }: Weekly): WeeklySection {
  const others = old.reminders.filter(({ kind }) => kind !== 'entry');
  return {
    title: '条目有多旧',
    note: `截至 ${day}，天数从来源更新或上次核对算起。${others.length > 0 ? `其他该办的 ${others.length} 件：` : ''}`,
    table: {
      head: ['条目', '名称', '来源日期', '上次核对', '天数', '该核对'],
      rows: old.entries.map(({ entry, label, dated, reviewed, days, due }) => [
        ...[`第${entry}条`, label, dated, reviewed ?? '—', days],
        due ? '是' : '',
      ]),
    },
    list: others.map(({ text }) => ({ text, under: [] })),
    empty: '没有条目。',
  };
}

function casesSections({ reasons, response, resolution }: NonNullable<Weekly['cases']>): readonly WeeklySection[] {
  const rows = reasons.rows.filter(({ now, before }) => now + before > 0);
  return [
    {
      title: '转人工',
      note: `共 ${reasons.total.now} 次，前一周 ${reasons.total.before} 次。`,
      table: {
        head: ['原因', '这一周', '前一周'],
        rows: rows.map(({ reason, now, before }) => [REASON_NAMES[reason ?? 'none'], now, before]),
      },
      empty: NOTHING,
    },
    timesSection('多久有人答', '从转人工到客服第一次开口。', response, '已响应'),
    timesSection('多久解决', '从转人工到客服结束。', resolution, '已解决'),
  ];
}

function timesSection(
  title: string,
  note: string,
  { ways }: NonNullable<Weekly['cases']>['response'],
  done: string,
): WeeklySection {
  return {
    title,
    note,
    table: {
      head: ['方式', '转人工', done, '中位数（分钟）', '九成在多少分钟内', '前一周中位数（分钟）'],
      rows: ways
        .filter(({ now, before }) => now.came + before.came > 0)
        .map(({ way, now, before }) => [
          ...[WAY_NAMES[way], now.came, now.done],
          ...[minutes(now.median), minutes(now.p90), minutes(before.median)],
        ]),
    },
    empty: NOTHING,
  };
}

function byWords(by: 'meaning' | 'words'): string {
  return by === 'meaning' ? '意思相近的归为一组。' : '字词相近的归为一组。';
}

function minutes(ms: number | null): string {
  return ms === null ? '—' : (ms / 60_000).toFixed(1);
}
