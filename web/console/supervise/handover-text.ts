import { t } from '../../shared/t.ts';
import type { Names } from '../talk/say-event.ts';
import { timeOf } from '../times.ts';
import { channelName, reasonName, stateName, visitorName } from '../words.ts';
import { knownOf } from './known-of.ts';
import { saidText } from './said-text.ts';
import { sayDue, sayNext } from './say-next.ts';
import type { Handed } from './types.ts';

/** The cases as plain text to be pasted elsewhere. Numbers in it are masked, as they are stored. */
export function handoverText(cases: readonly Handed[], names: Names, now: number): string {
  const head = t('交班 {time}：{count} 个没有结束', {
    time: timeOf(new Date(now).toISOString(), 0),
    count: cases.length,
  });
  return [head, ...cases.map((one, at) => [`${at + 1}. ${titleOf(one)}`, ...linesOf(one, names, now)].join('\n'))].join(
    '\n\n',
  );
}

function titleOf({ summary: { talk, channel, state, reason } }: Handed): string {
  return [visitorName(talk), channelName(channel), stateName(state), ...(reason ? [reasonName(reason)] : [])].join(
    ' · ',
  );
}

function linesOf(one: Handed, names: Names, now: number): readonly string[] {
  const { summary, next, theirs, ours, tickets, notes } = one;
  const due = sayDue(next, now);
  return [
    line(t('下一步'), due === '' ? sayNext(next) : `${sayNext(next)}（${due}）`),
    line(t('由谁'), summary.owner === null ? t('还没有人') : names(summary.owner)),
    ...knownOf(one).map(({ label, value }) => line(label, value)),
    ...(theirs ? [line(t('用户最后说'), saidText(theirs))] : []),
    line(t('客服最后说'), ours ? saidText(ours) : t('还没有说过')),
    ...tickets.map(({ text }) => line(t('留言'), text)),
    ...notes.map(({ author, text }) => line(t('备注（{name}）', { name: names(author) }), text)),
  ];
}

function line(label: string, value: string): string {
  return `   ${label}：${value.replace(/\s+/g, (gap) => (gap.includes('\n') ? ' ' : gap))}`;
}
