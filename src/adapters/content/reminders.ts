import type { Link } from '../../bot/links.ts';
import type { AppReleases } from '../../diagnostics/app-version.ts';
import { chinaDay } from '../../text/china-day.ts';

/** Something of the content that is due. `since` is the day from which it has not been looked at (YYYY-MM-DD). */
export interface Reminder {
  readonly kind: 'entry' | 'release' | 'link' | 'defect';
  readonly name: string;
  readonly since: string | null;
  readonly text: string;
}

export interface Reminded {
  readonly entries: readonly {
    readonly number: number;
    readonly title: string;
    /** When the source was last updated, and when the entry was last looked over. */
    readonly dated: string;
    readonly reviewed: string | undefined;
    readonly defects: readonly { readonly why: string }[];
  }[];
  readonly releases: AppReleases['releases'];
  readonly links: readonly Pick<Link, 'name' | 'url'>[];
}

/** Days after which an entry, and a newest version, is to be looked at again. */
const ENTRY_DAYS = 180;
const RELEASE_DAYS = 60;
const DAY = 86_400_000;
const PLATFORMS = { android: '安卓', ios: 'iOS', harmony: '鸿蒙' } as const;

/** What an editor should look at, with a sentence of what to do. */
export function remindersOf({ entries, releases, links }: Reminded, now: Date): readonly Reminder[] {
  const old = (day: string, days: number): boolean =>
    chinaDay(new Date(now.getTime() - days * DAY).toISOString()) > day;
  return [
    ...entries.flatMap(({ number, title, dated, reviewed, defects }): Reminder[] => {
      const since = reviewed !== undefined && reviewed > dated ? reviewed : dated;
      const last = since === reviewed ? '上次核对' : '来源更新';
      const due = old(since, ENTRY_DAYS)
        ? [
            {
              kind: 'entry' as const,
              name: String(number),
              since,
              text: `第 ${number} 条“${title}”${last}是 ${since}，请对照阿里云现在的说明核对一遍。`,
            },
          ]
        : [];
      const wrong = defects.map(({ why }) => ({
        kind: 'defect' as const,
        name: String(number),
        since: dated,
        text: `第 ${number} 条的来源有错：${why}请看来源是否已经改正。`,
      }));
      return [...due, ...wrong];
    }),
    ...(Object.keys(PLATFORMS) as (keyof typeof PLATFORMS)[]).flatMap((name): Reminder[] => {
      const release = releases[name];
      if (release && !old(release.date, RELEASE_DAYS)) return [];
      const text = release
        ? `${PLATFORMS[name]}的阿里云APP版本 ${release.version} 是 ${release.date} 查到的，请查一查有没有更新的。`
        : `还没有填${PLATFORMS[name]}上最新的阿里云APP版本，请到应用市场查到后填上。`;
      return [{ kind: 'release', name, since: release?.date ?? null, text }];
    }),
    ...links
      .filter(({ url }) => url === null)
      .map(({ name }) => ({
        kind: 'link' as const,
        name,
        since: null,
        text: `“${name}”还没有网址，请找到页面后填上；填好之前，回答里只说在哪里点。`,
      })),
  ];
}
