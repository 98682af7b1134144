const EIGHT_HOURS = 8 * 3_600_000;

/** An instant (ISO 8601) as people in China say it: `3月9日 14:05` (UTC+8 all year). */
export function chinaTime(at: string): string {
  const [, month, day, time] =
    /^\d+-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(new Date(Date.parse(at) + EIGHT_HOURS).toISOString()) ?? [];
  return `${Number(month)}月${Number(day)}日 ${time}`;
}
