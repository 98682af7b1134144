import { t, written } from '../../../shared/t.ts';
import type { GapGroup, Suggestion } from '../types.ts';
import { NO_WORK, type Work, workOn } from './work.ts';

/** Questions that an editor may add, with how to begin and how to leave them alone. */
export interface Offer {
  readonly work: Work;
  readonly texts: readonly string[];
  readonly nearest: GapGroup['nearest'];
  readonly dismissal: {
    readonly path: string;
    readonly body: object;
    readonly label: string;
    readonly said: string;
  };
}

export function offerOfGap(group: GapGroup): Offer {
  const { texts, nearest } = group;
  return {
    work: workOn(group),
    ...{ texts, nearest },
    dismissal: {
      ...{ path: '/content/gaps/dismiss', body: { texts } },
      ...{ label: t('忽略这组'), said: t('已忽略这组问题') },
    },
  };
}

export function offerOfSuggestion({ entry, title, texts: suggested }: Suggestion): Offer {
  const texts = suggested.map(({ text }) => text);
  return {
    work: {
      ...NO_WORK,
      title: t('第{entry}条 {title}', { entry, title: written(title) }),
      rows: texts.map((text) => ({ text, isOn: true })),
      target: { subject: 'similar', entry },
    },
    ...{ texts, nearest: [] },
    dismissal: {
      ...{ path: '/content/suggestions/dismiss', body: { entry, texts } },
      ...{ label: t('忽略这些建议'), said: t('已忽略这些建议') },
    },
  };
}

/** Where the work on a suggestion is found. */
export function suggestionId({ entry }: Pick<Suggestion, 'entry'>): string {
  return `suggestion-${entry}`;
}
