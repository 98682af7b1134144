import type { SimClock } from '../clock.ts';
import type { SimRandom } from '../random.ts';
import type { AccessTokens } from '../tencent/access-tokens.ts';
import type { MediaFiles } from '../tencent/media-files.ts';
import type { Doorbell, Said, ServiceState, WecomOptions, WecomRules, WecomSent } from './ctl.ts';
import type { EventCodes } from './event-codes.ts';
import type { SyncItem } from './message.ts';

/** A session lasts, and the service may write, for 48 h after the customer's last message. */
export const SESSION_MS = 48 * 3_600_000;
/** Messages per customer message. */
export const QUOTA = 5;

/** A customer as the platform knows them. Times are simulated ms. */
export interface Customer {
  readonly id: string;
  unionid?: string;
  nickname: string;
  scene?: { readonly scene: string; readonly scene_param: string };
  /** As of the last step; `stateOf` also knows that a session ends by itself. */
  state: ServiceState;
  servicer?: string;
  /** When they last wrote; minus infinity if never. */
  wroteAt: number;
  welcomedAt: number;
  left: number;
  readonly sent: WecomSent[];
  failing: readonly { readonly failType: number; readonly after: number }[];
}

/** Everything the parts of the simulator share. */
export interface WecomWorld {
  readonly options: WecomOptions;
  readonly clock: SimClock;
  readonly random: SimRandom;
  rules: WecomRules;
  pushTo: string;
  readonly tokens: AccessTokens;
  readonly media: MediaFiles;
  readonly customers: Map<string, Customer>;
  /** 接待人员 by userid: receiving or not. */
  readonly servicers: Map<string, boolean>;
  readonly codes: EventCodes;
  readonly items: SyncItem[];
  /** Doorbell tokens and when they end. */
  readonly bells: Map<string, number>;
  readonly violations: string[];
}

/** Puts entries into the log and rings as told. */
export type Announce = (items: readonly SyncItem[], doorbell?: Doorbell) => Said;

/** The customer of that id, made known if they were not. */
export function customerOf(world: WecomWorld, id: string): Customer {
  const known = world.customers.get(id);
  if (known) return known;
  const never = Number.NEGATIVE_INFINITY;
  const fresh: Customer = {
    id,
    nickname: id,
    state: 4,
    wroteAt: never,
    welcomedAt: never,
    left: 0,
    sent: [],
    failing: [],
  };
  world.customers.set(id, fresh);
  return fresh;
}

export const inTime = ({ clock }: WecomWorld, { wroteAt }: Customer): boolean => clock.now() - wroteAt < SESSION_MS;

/** The state of the session now. */
export const stateOf = (world: WecomWorld, customer: Customer): ServiceState =>
  inTime(world, customer) ? customer.state : 4;

export function show(world: WecomWorld, customer: Customer, what: Omit<WecomSent, 'at'>): void {
  customer.sent.push({ at: world.clock.now(), ...what });
}
