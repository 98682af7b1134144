import { Link } from 'react-router';
import { t, written } from '../../../shared/t.ts';
import { timeOf } from '../../times.ts';
import { useNow } from '../../use-now.ts';
import type { Suggestion } from '../types.ts';
import { suggestionId } from './offer.ts';

interface SuggestionListProps {
  readonly suggestions: readonly Suggestion[];
  readonly chosen: string | undefined;
}

/** Shown of one entry before somebody opens it. */
const FIRST = 3;

/** What agents resolved by an entry, and the assistant would not answer with it. Nothing where nothing is suggested. */
export function SuggestionList({ suggestions, chosen }: SuggestionListProps) {
  if (suggestions.length === 0) return null;
  return (
    <section className="suggestions" aria-label={t('从解决的对话里来的建议')}>
      <h4>{t('从解决的对话里来的建议')}</h4>
      <p className="form-hint">{t('客服按这一条解决了，机器人却没有用它回答。试过再加。')}</p>
      <ul className="gap-list">
        {suggestions.map((suggestion) => (
          <SuggestionItem
            key={suggestion.entry}
            suggestion={suggestion}
            isChosen={suggestionId(suggestion) === chosen}
          />
        ))}
      </ul>
    </section>
  );
}

function SuggestionItem({ suggestion, isChosen }: { readonly suggestion: Suggestion; readonly isChosen: boolean }) {
  const now = Math.floor(useNow() / 60_000) * 60_000;
  const { entry, title, talks, lastAt, texts } = suggestion;
  const [first, ...others] = texts;
  const sent = texts.filter(({ by }) => by === 'answer').length;
  return (
    <li>
      <Link
        className="gap-item"
        to={`/knowledge/gaps/${suggestionId(suggestion)}`}
        aria-current={isChosen ? 'true' : undefined}
      >
        <b className="gap-size">
          {texts.length}
          <span className="hidden">{t('种问法')}</span>
        </b>
        <span className="gap-text">
          <b>{first?.text}</b>
          {others.length > 0 && (
            <span>
              {others
                .slice(0, FIRST - 1)
                .map(({ text }) => t('“{text}”', { text }))
                .join(' ')}
            </span>
          )}
          <span>{t('{talks} 个对话，最近 {time}', { talks, time: timeOf(lastAt, now) })}</span>
          <span>
            {sent === 0
              ? t('情况卡上是这一条')
              : sent === texts.length
                ? t('客服发了这一条的回答')
                : t('其中 {sent} 种客服发了这一条的回答，其余是情况卡上写的', { sent })}
          </span>
        </span>
        <span className="chip" title={written(title)}>
          {t('归第{entry}条', { entry })}
        </span>
      </Link>
    </li>
  );
}
