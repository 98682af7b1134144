import type { Hours } from '../../../../src/handoff/hours.ts';
import { sayHours } from '../../../../src/handoff/say-hours.ts';
import { t, written } from '../../../shared/t.ts';
import { platformName } from '../rules/releases-panel.tsx';
import type { Canned, OtherSource, Release, Revision } from '../types.ts';

/** A value as lines that people read, one for each thing in it; what was added or taken away is a line more or less. */
export function linesOf(subject: Revision['subject'], value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  switch (subject) {
    case 'links':
      return Object.entries(value as Readonly<Record<string, string | null>>).map(
        ([name, address]) => `${written(name)}：${address ?? t('没有填')}`,
      );
    case 'releases':
      return Object.entries(value as Readonly<Record<string, Release | null>>).flatMap(([platform, release]) =>
        release ? [`${platformName(platform)}：${release.version}，${release.date}，${release.source}`] : [],
      );
    case 'provinces':
      return (value as readonly OtherSource[]).map(
        ({ provinces, required, sentence, title, date }) =>
          `${provinces.map(written).join(t('、'))}：${required ? t('须为法定代表人') : t('不要求')}。${sentence}（${title}，${date}）`,
      );
    case 'canned':
      return (value as readonly Canned[]).map(({ key, text }) => `/${key}：${text}`);
    case 'hours':
      return linesOfHours(value as Hours);
    case 'review':
      return [(value as { readonly on: string }).on];
    case 'gap':
      // Of the questions only digests are kept; the title says how many there are.
      return [];
    default:
      return (value as { readonly texts: readonly string[] }).texts;
  }
}

function linesOfHours(hours: Hours): readonly string[] {
  return [
    written(sayHours(hours)),
    ...hours.exceptions.map(({ date, ranges }) => {
      const times = ranges.map(({ from, to }) => `${from}–${to}`).join(t('、'));
      return `${date}：${times || t('休息')}`;
    }),
  ];
}
