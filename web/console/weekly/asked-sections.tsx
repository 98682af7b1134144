import { t } from '../../shared/t.ts';
import { sayEntryInFull } from '../reports/names.ts';
import { ReportTable } from '../reports/report-table.tsx';
import { sayCount, sayMoreShortly } from '../reports/say-figures.ts';
import { AskedList } from './asked-list.tsx';
import { sayBy, sayOutcome } from './names.ts';
import { Section } from './section.tsx';
import type { Weekly } from './weekly-queries.ts';

/** What the assistant's turns came to. */
export function Turns({ turns: { rows, total } }: Pick<Weekly, 'turns'>) {
  const shown = rows.filter(({ now, before }) => now + before > 0);
  return (
    <Section name="turns" title={t('机器人的回合，按结果')} hint={t('用户说一次、机器人答一次，是一个回合。')}>
      <ReportTable
        title={t('回合的表')}
        model={{
          head: [t('结果'), t('这一周'), t('前一周'), t('变化')],
          rows: [pairRow(t('合计'), total), ...shown.map(({ outcome, ...pair }) => pairRow(sayOutcome(outcome), pair))],
          totals: 1,
        }}
      />
    </Section>
  );
}

/** Which entries were asked for. */
export function Entries({ entries: { rows } }: Pick<Weekly, 'entries'>) {
  return (
    <Section name="entries" title={t('问到的条目')} hint={t('答到这一条的对话；一个对话答了几条，每条都算。')}>
      {rows.length === 0 ? (
        <p className="page-empty">{t('这一周没有答到条目。')}</p>
      ) : (
        <ReportTable
          title={t('条目的表')}
          model={{
            head: [t('条目'), t('这一周'), t('前一周'), t('变化')],
            rows: rows.map(({ entry, label, ...pair }) => pairRow(sayEntryInFull(entry, label), pair)),
          }}
        />
      )}
    </Section>
  );
}

/** What people asked in their own words. */
export function Asked({ asked: { groups, asked, grouped, by } }: { readonly asked: NonNullable<Weekly['asked']> }) {
  const whole = t('用户自己打的问题共 {asked} 次。', { asked });
  const part = t('用户自己打的问题共 {asked} 次，归组的是最常问的 {grouped} 次。', { asked, grouped });
  return (
    <Section
      name="asked"
      title={t('用户怎么问')}
      hint={
        <>
          {grouped < asked ? part : whole}
          {sayBy(by)}
        </>
      }
    >
      <AskedList
        empty={t('这一周没有用户自己打的问题。')}
        items={groups.map(({ times, talks, examples: [first, ...others], entry }, at) => ({
          ...{ key: `${at} ${first?.text}`, count: times, unit: t('次'), title: first?.text ?? '' },
          said: others.map(({ text }) => ({ text })),
          about: t('{talks} 个对话', { talks }),
          chip:
            entry === null ? (
              <span className="chip chip-notice">{t('多数没答上')}</span>
            ) : (
              <span className="chip">{t('多数答第{entry}条', { entry })}</span>
            ),
        }))}
      />
    </Section>
  );
}

export function pairRow(name: string, pair: { readonly now: number; readonly before: number }): readonly string[] {
  return [name, sayCount(pair.now), sayCount(pair.before), sayMoreShortly(pair)];
}
