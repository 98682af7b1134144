import type { Bus, Vault } from '../../bot/ports.ts';
import { later } from '../../handoff/later.ts';
import type { Rates } from '../store/rates.ts';
import { type DeliverParts, deliver } from './deliver.ts';
import { deliverMails, type MailParts } from './deliver-mails.ts';
import { type EraseSilent, eraseSilent } from './erase-silent.ts';
import { forgetPictures } from './forget-pictures.ts';
import { type CasesParts, keepCases } from './keep-cases.ts';
import { keepRadar } from './keep-radar.ts';
import type { Leadership } from './leadership.ts';
import { letGo } from './let-go.ts';
import { ringAgents } from './ring-agents.ts';
import { tellPositions } from './tell-positions.ts';

export interface KeepDesk extends CasesParts, Omit<DeliverParts, 'store' | 'bus'> {
  readonly bus: Pick<Bus, 'publish' | 'subscribeAll'>;
  readonly vault: Pick<Vault, 'erase'>;
  /** Conversations are erased after so many days of silence; without it they are kept. */
  readonly silent?: { readonly days: number; readonly lock: EraseSilent['lock'] } | undefined;
  /** Without them no answer goes out by e-mail. */
  readonly mails?: Omit<MailParts, 'store' | 'bus'>;
  /** Counts that several instances share: those that are over are forgotten. */
  readonly rates?: Pick<Rates, 'forget'> | undefined;
  readonly clock: () => Date;
  /** Where several instances share a store, only the one that leads turns rounds; alone it always leads. */
  readonly leadership?: Leadership;
  /** Milliseconds between two rounds. */
  readonly every?: number;
  /** Told of what went wrong; the next round comes all the same. */
  readonly onError: (error: unknown) => void;
  /** Told of each round: whether this instance turned it, or left it to the one that leads, and how long it took. */
  readonly onRound?: ((round: Round) => void) | undefined;
}

export interface Round {
  readonly leads: boolean;
  /** Milliseconds. */
  readonly ms: number;
}

/** What keeps a desk going. */
export interface DeskKeeper {
  /** One round at once, with all that it sends; waits for one under way. */
  round(): Promise<void>;
  /** Resolves once the e-mails are sent, or given up for now, that a round began to send; no round waits for them. */
  mailed(): Promise<void>;
  /** Resolves once the round under way is over, and what is being sent has been. */
  stop(): Promise<void>;
}

const EVERY = 1_000;
/** Long silences are looked at every so many rounds. */
const QUIET = 60;

/** Milliseconds in which those who leave the queue are gathered before the others hear of it. */
const GATHER = 50;

/** A clock that is kept by others is put right by less, in milliseconds. */
const SET_BACK = 5_000;

/** The clock was set back, which lines under way were moved for. */
class ClockError extends Error {
  readonly code = 'clock-went-back';

  constructor(from: string, to: string) {
    super(`时钟从 ${from} 拨回到 ${to}：请核对这台机器的对时。没发完的话已改为现在就发。`);
    this.name = 'ClockError';
  }
}

/** Rings, times out, requeues and delivers, round after round; several instances may, since every change is compared and set. */
export function keepDesk({
  clock,
  every = EVERY,
  mails,
  silent,
  onError,
  onRound,
  leadership,
  ...parts
}: KeepDesk): DeskKeeper {
  const positions = tellPositions(parts);
  const radar = keepRadar(parts);
  let rounds = 0;
  let under: Promise<void> = Promise.resolve();
  let stopped = false;
  let mailing: Promise<void> | undefined;
  const beginMails = (at: string): void => {
    if (!mails) return;
    mailing ??= deliverMails({ ...parts, ...mails }, at)
      .catch(onError)
      .finally(() => {
        mailing = undefined;
      });
  };
  const sending = new Set<Promise<void>>();
  // Nobody waits longer for an agent since a vendor does not answer; a line that is being sent is leased, and not begun twice.
  const beginSending = (at: string): void => {
    const sent: Promise<void> = deliver(parts, at)
      .catch(onError)
      .finally(() => sending.delete(sent));
    sending.add(sent);
  };
  let latest = '';
  const looksBack = async (at: string): Promise<void> => {
    if (later(at, SET_BACK) < latest) {
      onError(new ClockError(latest, at));
      await parts.store.clockWentBack(latest, at);
    }
    latest = at;
  };
  let leads = leadership === undefined;
  const once = async (): Promise<void> => {
    const at = clock().toISOString();
    await looksBack(at);
    if (leadership) leads = await leadership.lead(at);
    if (!leads) return;
    beginMails(at);
    const quiet = rounds++ % QUIET === 0;
    await keepCases(parts, at, { quiet });
    if (quiet) await forgetPictures(parts, at);
    if (quiet) await parts.rates?.forget(Date.parse(at));
    await ringAgents(parts, at);
    await positions.tell(at);
    // By now the round may have taken long, and a lease from its beginning would be over early.
    beginSending(clock().toISOString());
    await radar(at);
    if (quiet) await letGo(parts, at);
    if (quiet && silent) await eraseSilent({ ...parts, ...silent }, silent.days, at);
  };
  // Whoever is written to by a vendor does not wait for the next round.
  let nudged = false;
  const nudge = (): void => {
    if (nudged || stopped || !leads) return;
    nudged = true;
    setImmediate(() => {
      nudged = false;
      if (!stopped) beginSending(clock().toISOString());
    });
  };
  const pushes = [...parts.channels.keys()].some((name) => name !== 'web');
  const unsubscribe = pushes ? parts.bus.subscribeAll((_talk, note) => note ?? nudge()) : undefined;
  // Whoever waits does not learn of it with the next round only: two thousand would all be a second late.
  let moving: NodeJS.Timeout | undefined;
  const unhear = parts.bus.subscribeAll((talk, note) => {
    if (note || stopped || !leads || !positions.mayMove(talk)) return;
    moving ??= setTimeout(() => {
      moving = undefined;
      under = under.then(() => (stopped ? undefined : positions.tell(clock().toISOString()))).catch(onError);
    }, GATHER).unref();
  });
  const timed = async (): Promise<void> => {
    const begun = performance.now();
    await once();
    onRound?.({ leads, ms: performance.now() - begun });
  };
  const next = (): Promise<void> => {
    under = under.then(() => (stopped ? undefined : timed())).catch(onError);
    return under;
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void next().then(() => {
      busy = false;
    });
  }, every);
  timer.unref();
  return {
    async round() {
      await next();
      await Promise.all(sending);
    },
    async mailed() {
      await mailing;
    },
    async stop() {
      stopped = true;
      unsubscribe?.();
      unhear();
      clearTimeout(moving);
      clearInterval(timer);
      await under;
      await Promise.all([...sending, mailing]);
      if (leads) await leadership?.stepDown();
    },
  };
}
