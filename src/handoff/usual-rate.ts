import { later } from './later.ts';
import type { NegativeBinomial } from './negative-binomial.ts';

/** The window in which people are counted, in milliseconds. */
export const WINDOW_MS = 15 * 60_000;
/** How far back the usual is learnt from: two whole weeks, so that every day of the week is in it twice. */
export const HISTORY_MS = 14 * 86_400_000;

const DAY_MS = 86_400_000;
/** Times of the day closer than this are alike, the less the further apart. */
const ALIKE_MS = 2 * 3_600_000;
/** Windows that the average over all hours counts for: what one day adds to one time of the day. */
const AVERAGE = ALIKE_MS / WINDOW_MS;
/** How much a rate wavers beside chance, as a shape: by 35 %, for weekends, deadlines and the weather. */
const WAVERS = 8;
/** Added to what was counted: of what never happened, half a case (Jeffreys' prior of a Poisson rate). */
const HALF = 0.5;

/** A quarter of an hour, from a full one on, with the conversations that asked in it. Empty ones are left out. */
export interface Quarter {
  readonly at: string;
  readonly talks: number;
}

export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface History {
  readonly quarters: readonly Quarter[];
  /** Since when anything is counted; what lies more than two weeks back is left out. */
  readonly since: string;
  readonly now: string;
  /** Incidents: they tell nothing of what is usual. */
  readonly except: readonly Span[];
}

/** When the quarters begin that a history at this moment is made of. */
export function historyFrom(now: string): string {
  return later(now, -HISTORY_MS);
}

/**
 * How many conversations usually ask in 15 minutes at this time of the day, and how sure that is: the average of the
 * quarters of the last two weeks, those nearest in time of the day first, drawn towards the average of all hours as
 * long as there are few. Undefined with less than a day of history: nights would be taken for the usual.
 */
export function usualRate({ quarters, since, now, except }: History): NegativeBinomial | undefined {
  const from = Math.max(Date.parse(since), Date.parse(now) - HISTORY_MS);
  // What is being judged is no part of what it is judged by.
  const to = Date.parse(now) - WINDOW_MS;
  if (to - from < DAY_MS) return undefined;
  const spans = except.map((span) => [Date.parse(span.from), Date.parse(span.to)] as const);
  const counts = new Map(quarters.map(({ at, talks }) => [Date.parse(at), talks]));
  const middle = Date.parse(now) - WINDOW_MS / 2;
  const all = { windows: 0, talks: 0 };
  const near = { windows: 0, talks: 0 };
  for (let at = Math.ceil(from / WINDOW_MS) * WINDOW_MS; at + WINDOW_MS <= to; at += WINDOW_MS) {
    if (spans.some(([begin, end]) => at < end && begin < at + WINDOW_MS)) continue;
    const talks = counts.get(at) ?? 0;
    const weight = Math.max(0, 1 - apartInDay(middle, at + WINDOW_MS / 2) / ALIKE_MS);
    all.windows++;
    all.talks += talks;
    near.windows += weight;
    near.talks += weight * talks;
  }
  if (all.windows === 0) return undefined;
  const average = (all.talks + HALF) / all.windows;
  const seen = near.talks + AVERAGE * average;
  return { mean: seen / (near.windows + AVERAGE), shape: 1 / (1 / (seen + HALF) + 1 / WAVERS) };
}

/** Milliseconds between two times of the day, the shorter way round. */
function apartInDay(a: number, b: number): number {
  const apart = Math.abs(a - b) % DAY_MS;
  return Math.min(apart, DAY_MS - apart);
}
