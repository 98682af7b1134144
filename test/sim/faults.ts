import type { SimRequest } from './request.ts';

/**
 * What can go wrong with a call.
 *
 * Without effect (the call never reaches the platform): `http500`, `http429`, `timeout` (no answer, ever),
 * `tokenInvalid` and `rateLimited` (in the platform's own words).
 * After the effect (a message was delivered although the caller cannot know): `reset` (status line and headers, then
 * the socket is destroyed), `slowBody` (half of the body, the rest 60 s later), `badJson` (half of the body),
 * `wrongContentType` (the right body called text/html).
 * `partialSuccess` is left to the route, which finds it in `request.fault`.
 */
export type FaultKind =
  | 'http500'
  | 'http429'
  | 'timeout'
  | 'reset'
  | 'slowBody'
  | 'badJson'
  | 'wrongContentType'
  | 'tokenInvalid'
  | 'rateLimited'
  | 'partialSuccess';

/**
 * A fault for the next `times` calls (1 if left out, Infinity for all) that `match`.
 * Text must be contained in `METHOD /path`, a pattern is tried on the same, a function sees the whole request.
 */
export interface Fault {
  readonly match: string | RegExp | ((request: SimRequest) => boolean);
  readonly times?: number;
  readonly kind: FaultKind;
}

export interface FaultPlan {
  /** Faults are used up in the order in which they were added. Gives back what calls the fault off. */
  add(fault: Fault): () => void;
  /** The fault of this call, if it has one; it counts as used. */
  take(request: SimRequest): FaultKind | undefined;
}

const fits = ({ match }: Fault, request: SimRequest): boolean => {
  if (typeof match === 'function') return match(request);
  const line = `${request.method} ${request.path}`;
  return typeof match === 'string' ? line.includes(match) : match.test(line);
};

export function faultPlan(): FaultPlan {
  const planned: { readonly fault: Fault; left: number }[] = [];
  const drop = (entry: (typeof planned)[number]): void => {
    const place = planned.indexOf(entry);
    if (place >= 0) planned.splice(place, 1);
  };
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? 1 };
      planned.push(entry);
      return () => drop(entry);
    },
    take(request) {
      const entry = planned.find(({ fault }) => fits(fault, request));
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) drop(entry);
      return entry.fault.kind;
    },
  };
}
