import type { SimClock } from '../clock.ts';
import { type Pushed, push } from '../push.ts';
import type { Delivery, PushOptions } from './ctl.ts';
import type { Enveloped } from './envelope.ts';

/** The platform hangs up after 5 s. */
export const CUT_MS = 5_000;

/** What a delivery came to; `decided` ones end the push. */
export interface Judged<T> {
  readonly outcome: Delivery['outcome'];
  readonly decided?: T;
}

export const requestTo = (clock: SimClock, pushTo: string, { query, body, contentType }: Enveloped, cut = CUT_MS) => {
  if (pushTo === '') throw new Error('pushTo is not named yet');
  const url = new URL(pushTo);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return push(clock, { url: url.href, headers: { 'content-type': contentType }, body, cut });
};

export interface Deliveries<T> {
  readonly clock: SimClock;
  readonly pushTo: string;
  readonly max: number;
  readonly options: PushOptions;
  /** A fresh envelope for each delivery. */
  readonly envelope: () => Enveloped;
  readonly judge: (pushed: Pushed, envelope: Enveloped) => Judged<T>;
}

/** The first decision among open deliveries; never resolves if all of them end without one. */
const firstDecided = <T>(open: readonly Promise<Judged<T>>[]): Promise<T> =>
  new Promise((done) => {
    for (const one of open) void one.then(({ decided }) => decided !== undefined && done(decided));
  });

/**
 * Delivers a push until it is decided, `max` times at most. Without `overlap` a delivery is cut before the next one
 * begins; with it both are open for so long, and whichever answers first decides.
 */
export async function delivered<T>(parts: Deliveries<T>): Promise<{ decided: T | undefined; deliveries: Delivery[] }> {
  const { clock, pushTo, max, options, envelope, judge } = parts;
  const { overlap = 0, impatience = CUT_MS } = options;
  const deliveries: Delivery[] = [];
  const open: Promise<Judged<T>>[] = [];
  let over = false;

  const one = async (): Promise<Judged<T>> => {
    const made = envelope();
    const { timestamp, nonce } = made;
    const at = clock.now();
    const pushed = await requestTo(clock, pushTo, made, CUT_MS + overlap);
    // An answer to a push that is decided already reaches nobody.
    const judged: Judged<T> = over ? { outcome: pushed.is === 'answered' ? 'late' : pushed.is } : judge(pushed, made);
    if (judged.decided !== undefined) over = true;
    deliveries.push({ at, timestamp, nonce, outcome: judged.outcome, took: pushed.took });
    return judged;
  };

  for (let count = 0; count < max; count += 1) {
    const current = one();
    open.push(current);
    const ended = current.then(({ decided }) => decided);
    const patience = () => new Promise<undefined>((done) => clock.after(impatience, () => done(undefined)));
    const waits = overlap > 0 ? [ended, firstDecided(open), patience()] : [ended];
    const decided = await Promise.race(waits);
    if (decided !== undefined) return { decided, deliveries };
  }
  const rest = await Promise.all(open);
  return { decided: rest.find(({ decided }) => decided !== undefined)?.decided, deliveries };
}
