import { chinaDay } from '../../../src/text/china-day.ts';

/** Days in China (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const PRESETS = ['today', '7', '30', 'month', 'own'] as const;
export type Preset = (typeof PRESETS)[number];

/** As many days as the server takes. */
export const LONGEST = 366;

const DAY = 86_400_000;

/** The days of a preset as of now. */
export function periodOf(preset: Exclude<Preset, 'own'>, now: number): Period {
  const to = chinaDay(new Date(now).toISOString());
  switch (preset) {
    case 'today':
      return { from: to, to };
    case 'month':
      return { from: `${to.slice(0, 8)}01`, to };
    default:
      return { from: dayAfter(to, 1 - Number(preset)), to };
  }
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

/** Whether it can be asked for: two days in order, not too far apart. */
export function isPeriod({ from, to }: Period): boolean {
  const count = daysOf({ from, to });
  return isDay(from) && isDay(to) && count >= 1 && count <= LONGEST;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
