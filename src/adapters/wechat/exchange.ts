import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Answered } from '../../bot/message.ts';
import { loopWentRound } from '../vendor/loop-went-round.ts';
import type { Received } from '../vendor/reception.ts';
import type { Time } from '../vendor/vendor-parts.ts';
import type { Carried } from './carry.ts';
import { firstOf } from './first-of.ts';
import type { PassiveAnswer } from './passive-answer.ts';

/** Milliseconds in which a push is answered: the platform waits for 5 s. What is cut off on the way is asked for again, and is the same then. */
const PATIENCE = 4_950;
/** Milliseconds after which nobody waits on the other end any more. */
const GONE = 8_000;
/** Deliveries of one push, by the stricter reading of the documentation. */
const DELIVERIES = 3;
/** Milliseconds for which what was answered is kept for another delivery of the same push. */
const KEPT = 30_000;

interface ExchangeParts {
  readonly time: Time;
  /** Whether what is not ready can be sent later; otherwise the platform is made to ask again. */
  readonly sendsLater: boolean;
  readonly later: PassiveAnswer;
  /** Told of an answer that could not be made; the person gets it later. */
  readonly onFault: (error: unknown, id: string) => void;
}

/** A push, and what hangs on its answer. */
interface Exchanging {
  take(): Promise<Received>;
  /** Makes the content of the answer, once it is known what came of the push. */
  carry(answered: Answered | undefined): Promise<Carried | undefined>;
  /** It was ready only after the last chance to answer. */
  missed(answered: Answered | undefined): Promise<void>;
}

/** Nothing tells that an answer arrived but that it could be written, and that it can also where nobody reads it any more. */
function hasHungUp({ closed, socket }: ServerResponse): boolean {
  return closed || socket === null || socket.readableEnded || socket.destroyed;
}

/** Answers pushes in time. One that comes again gets the same content, also while the first delivery still waits. */
export interface Exchanges {
  /** The content; undefined for none. */
  answer(id: string, push: Exchanging, response: ServerResponse): Promise<PassiveAnswer | undefined>;
  /** Lets all who wait go. */
  close(): void;
}

interface Exchange {
  readonly received: Promise<Received>;
  deliveries: number;
  isOver: boolean;
  carried: Promise<Carried | undefined> | undefined;
}

export function createExchanges({ time, sendsLater, later, onFault }: ExchangeParts): Exchanges {
  const exchanges = new Map<string, Exchange>();
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);

  const begin = (id: string, push: Exchanging): Exchange => {
    const exchange: Exchange = { received: push.take(), deliveries: 0, isOver: false, carried: undefined };
    exchanges.set(id, exchange);
    time.after(KEPT, () => exchanges.delete(id));
    return exchange;
  };
  const follow = (exchange: Exchange, carried: Carried, response: ServerResponse, id: string): void => {
    const fault = (error: unknown): void => onFault(error, id);
    const lost = (): void => {
      if (response.writableFinished) return;
      exchange.carried = undefined;
      void carried.lost().catch(fault);
    };
    if (response.closed) lost();
    response.once('finish', () => void carried.arrived().catch(fault));
    response.once('close', lost);
  };

  return {
    async answer(id, push, response) {
      const known = exchanges.get(id);
      const exchange = known ?? begin(id, push);
      exchange.deliveries += 1;
      const { fresh, answered } = await exchange.received.catch((error) => {
        exchanges.delete(id);
        throw error;
      });
      if ((!known && !fresh) || exchange.isOver) return undefined;
      const isLast = sendsLater || exchange.deliveries >= DELIVERIES;
      const came = await firstOf({
        ...{ time, response, ready: answered, closing: closing.signal },
        patience: isLast ? PATIENCE : GONE,
      });
      if (came === 'gone' || exchange.isOver) return undefined;
      if (came === 'late') {
        if (!isLast) return undefined;
        exchange.isOver = true;
        void answered.then((value) => push.missed(value)).catch((error) => onFault(error, id));
        return sendsLater ? undefined : later;
      }
      // Work takes its time, and it is only told now who has hung up meanwhile.
      await loopWentRound();
      if (hasHungUp(response)) return undefined;
      exchange.carried ??= answered
        .then((value) => push.carry(value))
        .catch((error) => {
          onFault(error, id);
          exchange.carried = undefined;
          return undefined;
        });
      const carried = await exchange.carried;
      if (carried) follow(exchange, carried, response, id);
      return carried?.content;
    },
    close: () => closing.abort(),
  };
}
