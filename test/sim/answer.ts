import type { ServerResponse } from 'node:http';
import type { SimClock } from './clock.ts';
import type { SimAnswer, SimRequest } from './request.ts';

/** After how long the rest of a slow body comes. */
const SLOW_MS = 60_000;

const bytes = ({ body = '' }: SimAnswer): Buffer => {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
};

const kind = ({ body }: SimAnswer): string => {
  if (Buffer.isBuffer(body)) return 'application/octet-stream';
  return typeof body === 'object' ? 'application/json;charset=utf-8' : 'text/plain;charset=utf-8';
};

/** Writes an answer, bent by the faults that let the call take effect first. */
export function writeAnswer(clock: SimClock, request: SimRequest, response: ServerResponse, answer: SimAnswer): void {
  const whole = bytes(answer);
  const { fault } = request;
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const sent = fault === 'badJson' ? half : whole;
  request.status = answer.status ?? 200;
  response.writeHead(request.status, {
    'content-type': kind(answer),
    ...answer.headers,
    ...(fault === 'wrongContentType' ? { 'content-type': 'text/html;charset=utf-8' } : {}),
    'content-length': sent.length,
  });
  if (fault === 'reset') {
    response.flushHeaders();
    // Ended only when the head is out: destroying at once would throw the head away.
    response.socket?.write('', () => response.socket?.resetAndDestroy());
    return;
  }
  if (fault !== 'slowBody' && !answer.slow) {
    response.end(sent);
    return;
  }
  response.write(half);
  const callOff = clock.after(SLOW_MS, () => response.end(whole.subarray(half.length)));
  response.once('close', callOff);
}
