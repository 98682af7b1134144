import type { FastifyBaseLogger } from 'fastify';
import type { ChannelStore } from '../../bot/channel-store.ts';
import type { Reply } from '../../bot/message.ts';
import type { Bus, Seal, Store, Vault } from '../../bot/ports.ts';
import type { Http } from '../http.ts';
import type { AgentStore } from '../store/agent-store.ts';

/** The time an adapter lives in. */
export interface Time {
  now(): Date;
  /** Runs a job once, so many milliseconds from now; gives what calls it off. */
  after(ms: number, job: () => void): () => void;
}

/** The real one. Its timers keep no process alive. */
export const realTime: Time = {
  now: () => new Date(),
  after(ms, job) {
    const timer = setTimeout(job, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** What the channel of a vendor is built from. */
export interface VendorParts {
  /** Routes have to be on it before it listens. */
  readonly app: Http;
  readonly store: Store & ChannelStore;
  /** Those who work at the desk. */
  readonly people: Pick<AgentStore, 'agents' | 'audit'>;
  readonly seal: Pick<Seal, 'seal' | 'open' | 'digest'>;
  readonly bus: Bus;
  readonly vault: Pick<Vault, 'get' | 'erase'>;
  readonly time: Time;
  /** Where people reach the service, without a trailing slash. */
  readonly publicUrl: string | undefined;
  /** What a new conversation begins with. */
  readonly welcome: () => readonly Reply[];
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
}
