import type { Reminded } from '../../content/reminders.ts';
import type { SetContent } from '../../content/set-content.ts';
import type { Answering } from './content-desk.ts';
import { defectsOf } from './defects-of.ts';

/** Of the content what can be due. */
export function remindedOf(
  { knowledge, checks }: Pick<Answering, 'knowledge' | 'checks'>,
  reviews: SetContent['reviews'],
): Reminded {
  const { releases, links, provinces } = checks;
  const entries = [...knowledge.entries().values()].map((entry) => ({
    number: entry.number,
    title: entry.label,
    dated: entry.source.date,
    reviewed: reviews.get(entry.number)?.on,
    defects: defectsOf(entry, provinces),
  }));
  return { entries, releases, links };
}
