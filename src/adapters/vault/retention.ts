/** Pictures stay for at most 7 days, in milliseconds. A product rule, told to people before their first picture: no setting. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

/** What was put at this moment or earlier is past its time at `at`. Both are ISO 8601 in UTC, so they compare as text. */
export function outdated(at: string): string {
  return new Date(Date.parse(at) - KEPT_FOR).toISOString();
}
