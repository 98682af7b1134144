import { later, msBetween } from './later.ts';
import { countBeyond, type NegativeBinomial } from './negative-binomial.ts';
import { WINDOW_MS } from './usual-rate.ts';

/** What many people can ask at once: an entry (its number as text), or an error of the entries, letter by letter. */
export interface Subject {
  readonly kind: 'entry' | 'error';
  readonly key: string;
}

/** One conversation that asked for something, and when it first did within the window. */
export interface Ask {
  readonly talk: string;
  readonly entry: number | null;
  readonly error: string | null;
  readonly at: string;
}

/** Many people ask the same within 15 minutes, far more than usual. */
export interface Incident extends Subject {
  readonly id: string;
  /** When the first of them asked. */
  readonly beganAt: string;
  readonly endedAt: string | null;
  /** Conversations in the last 15 minutes, and the most there were. */
  readonly latest: number;
  readonly peak: number;
  /** How many there usually are, as it was when the incident began. */
  readonly usual: number;
  /** With fewer than so many it is back to the usual. */
  readonly calm: number;
  /** When there were last that many. */
  readonly loudAt: string;
}

export type NewIncident = Omit<Incident, 'id'>;

/** Fewer people are no incident, however rare the question is: five strangers within 15 minutes have a common cause. */
export const FLOOR = 5;
/** Fewer than this are calm, however rare the question is. */
const CALM_FLOOR = 3;

/**
 * How improbable a count must be to begin an incident.
 *
 * The usual is a negative binomial: a Poisson count whose rate is known as well as two weeks tell it and wavers by 35 %
 * beside. There are 672 windows of 15 minutes in a week, and looking every 30 seconds makes some five times as many
 * chances of them: 672 × 5 × 1e-6 is a false alarm in 300 weeks for one subject, in 12 weeks for a desk with 12 entries
 * and 12 errors, whatever is usual. Simulated (the generator of test/handoff/radar.test.ts: nine times as many at noon as at midnight, and
 * the rate wavers by 30 % from hour to hour): none in 100 weeks each with 0.1, 0.5 and
 * 1.5 as the usual, one in 40 weeks with 4.
 *
 * The price is the count that it takes: 5 with 0.1 as the usual, 8 with 0.5, 16 with 2, 47 with 10. From 0.1 to 8 in 15
 * minutes it is seen after 9 minutes in the middle, 17 at the most of nine in ten; from 0.5 to 15 after 8, and 12.
 */
const UNUSUAL = 1e-6;
/** With so many one would not be astonished on an ordinary day: once in 100 windows. */
const ORDINARY = 1e-2;
/** How long it must be back to the usual before the incident is over. */
const QUIET_MS = WINDOW_MS;

/** The count from which on it is an incident. */
export function beginsAt(usual: NegativeBinomial): number {
  return Math.max(FLOOR, countBeyond(usual, UNUSUAL));
}

/** The count below which it is over. */
export function calmBelow(usual: NegativeBinomial): number {
  return Math.max(CALM_FLOOR, countBeyond(usual, ORDINARY));
}

export interface Count extends Subject {
  readonly talks: number;
  readonly since: string;
}

/**
 * How many conversations asked for each subject. Those who name an error that is an incident of its own are not counted
 * for its entry, too: one event is told once.
 */
export function countsOf(asks: readonly Ask[], open: readonly Subject[]): readonly Count[] {
  const loud = new Set(open.filter(({ kind }) => kind === 'error').map(({ key }) => key));
  const explained = new Set(asks.filter(({ error }) => error !== null && loud.has(error)).map(({ talk }) => talk));
  const found = new Map<string, Subject & { readonly talks: Set<string>; since: string }>();
  const count = (subject: Subject, { talk, at }: Ask): void => {
    const known = found.get(nameOf(subject));
    if (!known) found.set(nameOf(subject), { ...subject, talks: new Set([talk]), since: at });
    else {
      known.talks.add(talk);
      if (at < known.since) known.since = at;
    }
  };
  for (const ask of asks) {
    if (ask.error !== null) count({ kind: 'error', key: ask.error }, ask);
    if (ask.entry !== null && !explained.has(ask.talk)) count({ kind: 'entry', key: String(ask.entry) }, ask);
  }
  return [...found.values()].map(({ talks, ...rest }) => ({ ...rest, talks: talks.size }));
}

/** What may become an incident, errors first: for these it has to be known what is usual. */
export function suspects(asks: readonly Ask[], open: readonly Subject[]): readonly Count[] {
  const running = new Set(open.map(nameOf));
  const ofRunning = new Set(asks.filter(({ entry }) => running.has(`entry ${entry}`)).map(({ error }) => error));
  return countsOf(asks, open)
    .filter((count) => count.talks >= FLOOR && !running.has(nameOf(count)))
    .filter(({ kind, key }) => kind === 'entry' || !ofRunning.has(key))
    .sort((a, b) => (a.kind === b.kind ? b.talks - a.talks : a.kind === 'error' ? -1 : 1));
}

/** The incident that a count is, if it is one. Of what the usual is not known, nothing can be unusual. */
export function begun(
  { kind, key, talks, since }: Count,
  usual: NegativeBinomial,
  now: string,
): NewIncident | undefined {
  if (talks < beginsAt(usual)) return undefined;
  return {
    ...{ kind, key, beganAt: since, endedAt: null, latest: talks, peak: talks, loudAt: now },
    ...{ usual: usual.mean, calm: calmBelow(usual) },
  };
}

/** An open incident with what is counted now; over once it was calm for 15 minutes. */
export function goneOn(incident: Incident, counts: readonly Count[], now: string): Incident {
  const latest = counts.find((count) => nameOf(count) === nameOf(incident))?.talks ?? 0;
  const isLoud = latest >= incident.calm;
  const isOver = !isLoud && msBetween(incident.loudAt, now) >= QUIET_MS;
  return {
    ...incident,
    latest,
    peak: Math.max(incident.peak, latest),
    loudAt: isLoud ? now : incident.loudAt,
    endedAt: isOver ? now : null,
  };
}

/** Since when asks are counted. */
export function windowFrom(now: string): string {
  return later(now, -WINDOW_MS);
}

export function nameOf({ kind, key }: Subject): string {
  return `${kind} ${key}`;
}
