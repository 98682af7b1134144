import { Link } from 'react-router';
import { t, written } from '../../shared/t.ts';
import { suggestionId } from '../editing/gaps/offer.ts';
import { sayEntryInFull } from '../reports/names.ts';
import { AskedList } from './asked-list.tsx';
import { sayBy, sayWhy } from './names.ts';
import { Section } from './section.tsx';
import type { Weekly } from './weekly-queries.ts';

/** What found no answer. */
export function Gaps({ gaps: { groups, asked, dismissed, by } }: Pick<Weekly, 'gaps'>) {
  return (
    <Section
      name="gaps"
      title={t('没有答上的')}
      hint={
        <>
          {t('共 {asked} 次没有答上，其中 {dismissed} 次已忽略。', { asked, dismissed })}
          {sayBy(by)} <Link to="/knowledge/gaps">{t('去补缺口')}</Link>
        </>
      }
    >
      <AskedList
        empty={t('这一周都答上了，或者都已忽略。')}
        items={groups.map(({ id, size, covered, talks, examples: [first, ...others], nearest: [near] }) => ({
          ...{ key: id, count: size || covered, unit: t('次'), title: first?.text ?? '' },
          said: others.slice(0, 2).map(({ text }) => ({ text })),
          about: [
            t('{talks} 个对话', { talks }),
            near ? t('近第{entry}条 {sure}', { entry: near.entry, sure: near.confidence.toFixed(2) }) : t('都不接近'),
          ].join(' · '),
          ...(size === 0 && { chip: <span className="chip chip-good">{t('现在答得上')}</span> }),
        }))}
      />
    </Section>
  );
}

/** Answers that did not help, by entry. */
export function Unhelpful({
  unhelpful,
  isWithout,
}: Pick<Weekly, 'unhelpful'> & {
  /** The questions are not told. */
  readonly isWithout: boolean;
}) {
  return (
    <Section
      name="unhelpful"
      title={t('没帮上忙的回答')}
      hint={
        <>
          {t('用户说没帮助，或者半小时内接着找人工、又问同一件事；一次回答只算一种。')}
          {isWithout && t('用户的原话只有主管看得到。')}
        </>
      }
    >
      <AskedList
        empty={t('这一周没有。用户说没帮助、接着找人工或又问一遍时，会按条目列在这里。')}
        items={unhelpful.map(({ entry, label, answers, votes, persons, again, examples }) => ({
          ...{ key: String(entry), count: votes + persons + again, unit: t('次') },
          title: <Link to={`/knowledge/entries/${entry}`}>{sayEntryInFull(entry, label)}</Link>,
          said: examples.map(({ text, why }) => ({ text, note: sayWhy(why) })),
          about: t('回答 {answers} 次：说没帮助 {votes}，接着找人工 {persons}，又问 {again}', {
            ...{ answers, votes, persons, again },
          }),
        }))}
      />
    </Section>
  );
}

/** What cases that were resolved in the week suggest. */
export function Suggestions({ suggestions }: Pick<Weekly, 'suggestions'>) {
  return (
    <Section
      name="suggestions"
      title={t('建议加的问法')}
      hint={t('客服按这一条解决了，机器人却没有用它回答。试过再加。')}
    >
      <AskedList
        empty={t('这一周解决的对话里没有。客服发出一个条目的回答并结束对话后，用户的问法会列在这里。')}
        items={suggestions.map((suggestion) => ({
          ...{ key: String(suggestion.entry), count: suggestion.texts.length, unit: t('种问法') },
          title: (
            <Link to={`/knowledge/gaps/${suggestionId(suggestion)}`}>
              {t('第{entry}条 {title}', { entry: suggestion.entry, title: written(suggestion.title) })}
            </Link>
          ),
          said: suggestion.texts.slice(0, 3).map(({ text }) => ({ text })),
          about: t('{talks} 个对话', { talks: suggestion.talks }),
        }))}
      />
    </Section>
  );
}
