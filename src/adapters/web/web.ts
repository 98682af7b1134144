import type { Reply } from '../../bot/message.ts';
import type { Bus, Lock, Receive, Seal, Store } from '../../bot/ports.ts';
import type { Http } from '../http.ts';
import type { Streams } from './streams.ts';

/** What the web channel is built from. */
export interface WebOptions {
  readonly app: Http;
  readonly store: Store;
  readonly bus: Bus;
  /** The turn's own, so that erasing waits for the turn under way. */
  readonly lock: Lock;
  readonly seal: Pick<Seal, 'seal'>;
  readonly clock: () => Date;
  /** Said before anything was asked; asked anew for each talk, since entries reload. */
  readonly welcome: () => readonly Reply[];
  /** Messages a minute for one talk; null lifts every limit. */
  readonly rateLimit: number | null;
  /** Milliseconds between two signs of life on an event stream. */
  readonly heartbeat?: number;
}

/** What every route of the channel works with. */
export interface Web extends Omit<WebOptions, 'app' | 'heartbeat'> {
  readonly receive: Receive;
  readonly heartbeat: number;
  readonly streams: Streams;
}
