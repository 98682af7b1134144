import type { IncomingHttpHeaders } from 'node:http';
import type { FaultKind } from './faults.ts';

/** One call a simulator received, kept in its log for good. `arrival` is simulated time in ms. */
export interface SimRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly arrival: number;
  /** The fault this call met. */
  fault?: FaultKind;
  /** The status it was answered with; absent while it hangs. */
  status?: number;
}

/** What to answer: `body` as it is, or an object as JSON. The status is 200 if left out. */
export interface SimAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | object;
  /** Ms of simulated time before the answer begins. */
  readonly delay?: number;
  /** Half of the body now, the rest 60 s later. */
  readonly slow?: boolean;
}

export type SimRoute = (request: SimRequest) => SimAnswer | Promise<SimAnswer>;

/** The body as a JSON object; `undefined` if it is not one. */
export function jsonBody(request: SimRequest): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
