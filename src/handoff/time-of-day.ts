/** `09:30` or `9:30` in minutes since midnight: 570; `24:00` is 1440. NaN for anything else. */
export function minuteOf(time: string): number {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)$/.exec(time) ?? [];
  return Number(hour) * 60 + Number(minute);
}
