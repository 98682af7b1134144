import { type Attributes, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { TURN_PARTS, tookOf } from '../../bot/made-turn.ts';
import type { Watch } from '../watch/watch.ts';

/**
 * Spans of what is only told once it is over, under whatever was under way then. Their times come from how long it took;
 * nothing in them is of a person.
 */
export function traceWatch(tracer: Tracer): Pick<Watch, 'turn' | 'heard' | 'decided' | 'picture' | 'sent'> {
  const span = (name: string, from: number, until: number, attributes: Attributes = {}, failed = false): void => {
    const made = tracer.startSpan(name, { startTime: from, attributes });
    if (failed) made.setStatus({ code: SpanStatusCode.ERROR });
    made.end(until);
  };
  /** What ended now. */
  const took = (name: string, ms: number, attributes?: Attributes, failed?: boolean): void => {
    const now = Date.now();
    span(name, now - ms, now, attributes, failed);
  };
  return {
    turn({ talk, message, outcome, ms }) {
      const { kind, entry, diagnostic, verdict } = outcome;
      trace.getActiveSpan()?.setAttributes({
        ...{ 'beian.talk': talk, 'beian.channel': message.talk.channel, 'beian.kind': kind },
        ...(entry !== null && { 'beian.entry': entry }),
        ...(diagnostic !== null && { 'beian.diagnostic': diagnostic }),
        ...(verdict !== null && { 'beian.verdict': verdict }),
      });
      let from = Date.now() - tookOf(ms);
      for (const part of TURN_PARTS) {
        span(part, from, from + ms[part]);
        from += ms[part];
      }
    },
    heard: (ms) => took('hearing', ms),
    decided({ encoder, ms, encoderMs }) {
      took('decision', ms, { 'beian.encoder': encoder });
      if (encoderMs > 0) took('encoder', encoderMs, { 'beian.encoder': encoder }, encoder === 'failed');
    },
    picture: ({ job, result, ms, waitedMs, readingMs }) =>
      took(
        'picture',
        ms,
        { 'beian.task': job, 'beian.result': result, 'beian.waited_ms': waitedMs, 'beian.reading_ms': readingMs },
        result !== 'done',
      ),
    sent: ({ channel, result, ms }) =>
      took('send', ms, { 'beian.channel': channel, 'beian.result': result }, result !== 'sent'),
  };
}
