import { t } from '../../shared/t.ts';
import { shownField } from '../parts/shown-field.ts';
import type { Handed } from './types.ts';

/** What the next shift reads of a case card; all of it stands beside the conversation. */
const KEYS: ReadonlySet<string> = new Set([
  'entry',
  'errorText',
  'inPerson',
  'faceAttempts',
  'steps',
  'pictures',
  'wish',
]);

export interface Known {
  readonly label: string;
  readonly value: string;
}

/** Of a ladder that was climbed, the last rungs tell. */
const STEPS = 3;

/** The case in short: what was tried, what was advised. */
export function knownOf({ summary, isFace, failuresAfterAdvice }: Handed): readonly Known[] {
  const known = summary.card
    .filter(({ key }) => KEYS.has(key))
    .map((field) => shownField(field.key === 'steps' ? { ...field, value: latestOf(field.value) } : field));
  if (!isFace) return known;
  const value =
    failuresAfterAdvice === null
      ? t('还没有建议')
      : t('光线充足处本人再核验；之后又失败 {count} 次', { count: failuresAfterAdvice });
  return [...known, { label: t('已建议'), value }];
}

function latestOf(steps: string): string {
  return steps.split('；').slice(-STEPS).join('；');
}
