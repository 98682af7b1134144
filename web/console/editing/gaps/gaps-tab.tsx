import { useState } from 'react';
import { useParams } from 'react-router';
import { t } from '../../../shared/t.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useGaps, useSuggestions } from '../editing-queries.ts';
import { GapList } from './gap-list.tsx';
import { type Offer, offerOfGap, offerOfSuggestion, suggestionId } from './offer.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { Workbench } from './workbench.tsx';

const PERIODS = [7, 30, 90] as const;

/** Questions that found no answer, in groups, what resolved cases suggest, and what to do about one of them. */
export function GapsTab() {
  const { '*': rest = '' } = useParams();
  const [, id] = rest.split('/');
  const [days, setDays] = useState<number>(30);
  const gaps = useGaps(days);
  const suggestions = useSuggestions(days);
  const offer = offerAt(id);
  return (
    <div className="split" data-at={id ? 'detail' : 'list'}>
      <section className="panel split-list">
        <div className="panel-head">
          <h3>{t('没有答上的问题')}</h3>
          <fieldset className="segments" aria-label={t('看多久的')}>
            {PERIODS.map((period) => (
              <label key={period}>
                <input type="radio" name="days" checked={days === period} onChange={() => setDays(period)} />
                {t('{days} 天', { days: period })}
              </label>
            ))}
          </fieldset>
        </div>
        <SuggestionList suggestions={suggestions.data ?? []} chosen={id} />
        <Loaded query={gaps} rows={8}>
          {(answer) => <GapList gaps={answer} chosen={id} />}
        </Loaded>
      </section>
      <section className="panel split-detail" aria-label={t('补上缺口')}>
        {id ? (
          <Workbench
            key={id}
            id={decodeURIComponent(id)}
            offer={offer}
            isLoading={gaps.isPending || suggestions.isPending}
          />
        ) : (
          <p className="page-empty">{t('从左边选一组问题，把它们加到一个条目，或者标成不归条目回答。')}</p>
        )}
      </section>
    </div>
  );

  function offerAt(id: string | undefined): Offer | undefined {
    const suggestion = suggestions.data?.find((one) => suggestionId(one) === id);
    if (suggestion) return offerOfSuggestion(suggestion);
    const group = gaps.data?.groups.find((one) => one.id === id);
    return group && offerOfGap(group);
  }
}
