const EIGHT_HOURS = 8 * 3_600_000;

/** The day in China (YYYY-MM-DD, UTC+8 all year) at an instant in ISO 8601. */
export function chinaDay(at: string): string {
  return new Date(Date.parse(at) + EIGHT_HOURS).toISOString().slice(0, 10);
}
