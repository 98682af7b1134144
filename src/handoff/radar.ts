import { later, msBetween } from './later.ts';

/** What many people can ask at once: an entry (its number as text), or an error of the entries, letter by letter. */
export interface Subject {
  readonly kind: 'entry' | 'error';
  readonly key: string;
}

/** Conversations that asked for it in the last hour, and when the first of them did. */
export interface Count extends Subject {
  readonly talks: number;
  readonly since: string;
}

/** Far more people than usual asked the same in the last hour. Times in ISO 8601. */
export interface Incident extends Subject {
  readonly id: string;
  readonly beganAt: string;
  readonly endedAt: string | null;
  /** Conversations in the last hour, and the most there were. */
  readonly latest: number;
  readonly peak: number;
  readonly usual: number;
}

/** The days before the hour that is judged: that hour is no part of what it is judged by. */
export interface History {
  readonly from: string;
  readonly to: string;
  /** Conversations counted once an hour: in all of it, and at this time of the day. */
  readonly talks: number;
  readonly thisTime: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 14;

/**
 * So many times the usual begin an incident, never fewer people than the floor; below so many it is over. Simulated over
 * weeks in which nine hours of the day have four fifths of the questions and the rate wavers by 30 %, there is at most
 * one false alarm in five days for a subject, where two an hour are usual; none in weeks with ten. A floor of 5 makes
 * four of them in a week where one an hour is usual.
 */
const TIMES = 3;
export const FLOOR = 8;
const CALM_TIMES = 2;
const CALM_FLOOR = FLOOR / 2;

/** Since when the hour that is judged counts, and the history before it. */
export function hourBefore(now: string): string {
  return later(now, -HOUR_MS);
}

export function historyBefore(now: string, firstAsk: string): Pick<History, 'from' | 'to'> {
  const to = hourBefore(now);
  const from = later(to, -DAYS * DAY_MS);
  return { from: from > firstAsk ? from : firstAsk, to };
}

/**
 * How many usually ask in an hour: the mean of all hours, or of those at this time of the day where these have more, so
 * that no office's morning is an incident. Undefined with less than a day of history.
 */
export function usualOf({ from, to, talks, thisTime }: History): number | undefined {
  const days = msBetween(from, to) / DAY_MS;
  return days < 1 ? undefined : Math.max(talks / (days * 24), thisTime / days);
}

export function isIncident(talks: number, usual: number): boolean {
  return talks >= Math.max(FLOOR, TIMES * usual);
}

/** An open incident with what is counted now, over where that is near the usual. */
export function goneOn(incident: Incident, latest: number, usual: number, now: string): Incident {
  const isOver = latest < Math.max(CALM_FLOOR, CALM_TIMES * usual);
  return { ...incident, latest, usual, peak: Math.max(incident.peak, latest), endedAt: isOver ? now : null };
}

export function isSame(one: Subject, other: Subject): boolean {
  return one.kind === other.kind && one.key === other.key;
}
