import type { NegativeBinomial } from '../../src/handoff/negative-binomial.ts';
import { type Ask, begun, countsOf, FLOOR, goneOn, type Incident, suspects } from '../../src/handoff/radar.ts';
import { HISTORY_MS, type Quarter, usualRate, WINDOW_MS } from '../../src/handoff/usual-rate.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** A Monday, 00:00 in UTC. */
export const BEGUN = Date.parse('2026-03-02T00:00:00.000Z');

export const iso = (ms: number): string => new Date(ms).toISOString();

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Moments at which strangers ask; `rate` is how many do in 15 minutes around a moment, never more than `most`. */
export function arrivals(
  random: () => number,
  { from, to, most, rate }: { from: number; to: number; most: number; rate: (at: number) => number },
): readonly number[] {
  const found: number[] = [];
  for (let at = from; ; ) {
    at += (-Math.log(1 - random()) * WINDOW_MS) / most;
    if (at >= to) return found;
    if (random() * most < rate(at)) found.push(at);
  }
}

/** An incident, and when it was first seen. */
export type Watched = Incident & { readonly seenAt: number };

/** Looks at one entry every 30 seconds, as a desk does, and gives the incidents. `askedAt` is in order. */
export function watched(askedAt: readonly number[], from: number, to: number): readonly Watched[] {
  const quarters = new Map<number, number>();
  for (const at of askedAt) {
    const quarter = Math.floor(at / WINDOW_MS) * WINDOW_MS;
    quarters.set(quarter, (quarters.get(quarter) ?? 0) + 1);
  }
  const all: Watched[] = [];
  let open: Watched | undefined;
  let learnt: { readonly at: number; readonly usual: NegativeBinomial | undefined } | undefined;
  let [first, next] = [0, 0];

  const usualAt = (at: number): NegativeBinomial | undefined => {
    if (learnt && at - learnt.at < HOUR) return learnt.usual;
    const history: Quarter[] = [];
    for (let quarter = Math.ceil((at - HISTORY_MS) / WINDOW_MS) * WINDOW_MS; quarter < at; quarter += WINDOW_MS) {
      const talks = quarters.get(quarter);
      if (talks !== undefined) history.push({ at: iso(quarter), talks });
    }
    const now = iso(at);
    const except = all.map(({ beganAt, endedAt }) => ({ from: beganAt, to: endedAt ?? now }));
    learnt = { at, usual: usualRate({ quarters: history, since: iso(askedAt[0] ?? at), now, except }) };
    return learnt.usual;
  };

  for (let at = from; at <= to; at += 30_000) {
    while ((askedAt[next] ?? Number.POSITIVE_INFINITY) <= at) next++;
    while ((askedAt[first] ?? Number.POSITIVE_INFINITY) < at - WINDOW_MS) first++;
    if (!open && next - first < FLOOR) continue;
    const now = iso(at);
    const asks: Ask[] = [];
    for (let nth = first; nth < next; nth++) {
      asks.push({ talk: `t${nth}`, entry: 2, error: null, at: iso(askedAt[nth] ?? 0) });
    }
    if (open) {
      open = { ...open, ...goneOn(open, countsOf(asks, [open]), now) };
      all[all.length - 1] = open;
      if (open.endedAt !== null) open = undefined;
      continue;
    }
    const [suspect] = suspects(asks, []);
    const usual = usualAt(at);
    const incident = suspect && usual && begun(suspect, usual, now);
    if (!incident) continue;
    open = { ...incident, id: String(all.length), seenAt: at };
    all.push(open);
  }
  return all;
}
