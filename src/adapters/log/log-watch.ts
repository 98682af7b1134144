import { tookOf } from '../../bot/made-turn.ts';
import { isFailure } from '../../knowledge/language-model.ts';
import type { Watch } from '../watch/watch.ts';

/** The part of a logger that is needed; Fastify's is one. */
interface Log {
  debug(fields: object, what: string): void;
  info(fields: object, what: string): void;
  warn(fields: object, what: string): void;
}

/** A line for each turn, for each question to a language model, for each step of a case, and for each line that did not arrive at once: what happened, and no words of anybody's. */
export function logWatch(log: Log): Pick<Watch, 'turn' | 'asked' | 'moved' | 'settled'> {
  return {
    turn({ talk, message, outcome, ms }) {
      const { channel } = message.talk;
      const { kind, entry, diagnostic, verdict, confidence, handoff } = outcome;
      const judged = { confidence: Number(confidence.toFixed(3)), ms: Number(tookOf(ms).toFixed(1)) };
      log.info({ talk, channel, kind, entry, diagnostic, verdict, handoff, ...judged }, 'turn');
    },
    asked(asked) {
      log[isFailure(asked) ? 'warn' : 'debug']({ code: 'language-model', ...asked }, 'language model asked');
    },
    moved({ talk, from, to, reason, epoch }) {
      log.info({ talk, from, to, reason, epoch }, 'case moved');
    },
    settled({ talk, seq, way, result, fault }) {
      // What was given up is told with its error, by whoever gave it up.
      if (result === 'postponed') log.warn({ talk, seq, way, fault }, 'line not delivered yet');
      else if (result === 'parked') log.info({ talk, seq, way, fault }, 'line waits for its person');
      else log.debug({ talk, seq, way, result }, 'line settled');
    },
  };
}
