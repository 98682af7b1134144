import type { Reply } from '../../bot/message.ts';
import type { Bus, Lock, Receive, Seal, Store, Vault } from '../../bot/ports.ts';
import type { Corrections } from '../../handoff/corrections.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Http } from '../http.ts';
import type { Links } from '../mail/answer-link.ts';
import type { Rates } from '../store/rates.ts';
import type { Operator } from './privacy-page.ts';
import type { PlaceOf } from './queue-places.ts';
import type { Streams } from './streams.ts';
import type { UploadRoom } from './upload-room.ts';

/** What the web channel is built from. */
export interface WebOptions {
  readonly app: Http;
  readonly store: Store;
  readonly bus: Bus;
  /** The turn's own, so that erasing waits for the turn under way. */
  readonly lock: Lock;
  readonly seal: Pick<Seal, 'seal' | 'open' | 'digest'>;
  readonly vault: Pick<Vault, 'get' | 'erase'>;
  readonly clock: () => Date;
  /** Undefined until the entries are read. */
  readonly knowledge: () => Pick<Knowledge, 'entries'> | undefined;
  /** How corrections of the case card are understood; undefined until then, too. */
  readonly corrections: () => Corrections | undefined;
  /** Said before anything was asked; asked anew for each talk, since entries reload. */
  readonly welcome: () => readonly Reply[];
  /** What the links to answers of 留言 are made of. */
  readonly links: Links;
  /** What the pages around us sign with who somebody is; without it nobody's word is taken. */
  readonly identitySecret?: string | undefined;
  /** Who runs the service, for the page about people's data. */
  readonly operator?: Operator;
  /** Messages a minute for one talk; null lifts every limit. */
  readonly rateLimit: number | null;
  /** Counts them over all instances; left out, each counts for itself. */
  readonly rates?: Rates | undefined;
  /** Milliseconds between two signs of life on an event stream. */
  readonly heartbeat?: number;
  /** Milliseconds for which an upload may stand still. */
  readonly patience?: number;
  readonly room?: UploadRoom;
  /** Milliseconds for which a message waits while the service starts. */
  readonly startsWithin?: number;
}

/** What every route of the channel works with. */
export interface Web extends Omit<WebOptions, 'app' | 'heartbeat' | 'patience' | 'room' | 'startsWithin'> {
  readonly receive: Receive;
  readonly heartbeat: number;
  readonly patience: number;
  readonly room: UploadRoom;
  readonly streams: Streams;
  readonly placeOf: PlaceOf;
}
