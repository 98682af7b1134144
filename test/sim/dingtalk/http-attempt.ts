import { type Push, push } from '../push.ts';
import { openAttempt } from './attempts.ts';
import type { Attempt } from './ctl.ts';
import type { World } from './world.ts';

/** DingTalk names no limit for robot calls over HTTP; after this long the simulator hangs up. */
const CUT_MS = 15_000;

export interface HttpCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Calls the bot's address. The status is the answer's code; a failed or cut call has no answer.
 * `within`: ms in which the answer is due; a later one is a violation.
 */
export function httpAttempt({ clock, random, record }: World, call: HttpCall, within = CUT_MS): Attempt {
  const opened = openAttempt(random.id(16), clock.now(), call.url);
  const outgoing: Push = {
    url: call.url,
    headers: { 'content-type': 'application/json; charset=utf-8', ...call.headers },
    body: call.body,
    cut: Math.max(CUT_MS, within),
  };
  clock.after(within, () => {
    if (!opened.isOver()) record.violations.push(`${call.url}: no answer within ${within} ms`);
  });
  push(clock, outgoing).then((pushed) => {
    if (pushed.is !== 'answered') opened.end();
    else opened.end({ code: pushed.status, data: pushed.body.toString('utf8'), at: clock.now() });
  });
  return opened.attempt;
}
