import type { FastifyRequest } from 'fastify';
import type { ChannelStore } from '../../../bot/channel-store.ts';
import type { Agent as AtDesk } from '../../../bot/desk/plans.ts';
import type { Bus, Seal, Store, Vault } from '../../../bot/ports.ts';
import type { Corrections } from '../../../handoff/corrections.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { AgentStore } from '../../store/agent-store.ts';
import { agentOf } from '../authenticate-agent.ts';

/** On the bus, what concerns no talk: presence and settings. No talk has this name. */
export const DESK = '@desk';
/** On the bus: what many people ask at once, or what they are told, has changed. */
export const RADAR = '@radar';

/** What agents work with on conversations. */
export interface Work {
  readonly store: Store & ChannelStore;
  readonly bus: Bus;
  readonly people: AgentStore;
  readonly seal: Pick<Seal, 'open' | 'digest'>;
  readonly vault: Pick<Vault, 'get' | 'put'>;
  readonly clock: () => Date;
  /** Undefined until the entries are read. */
  readonly knowledge: () => Knowledge | undefined;
  /** How corrections of the case card are understood; undefined until then, too. */
  readonly corrections: () => Corrections | undefined;
  /** Milliseconds between two signs of life on an event stream. */
  readonly heartbeat: number;
  /** Ends the event streams. */
  readonly closing: AbortSignal;
  /** How the answer to a 留言 can reach its writer, beside the channel: a mail server is set, our address is known. */
  readonly mails: boolean;
  readonly links: boolean;
}

/** Whoever calls, as cases know them; their console has been heard of. */
export async function atDesk(
  request: FastifyRequest,
  { store, clock }: Pick<Work, 'store' | 'clock'>,
): Promise<AtDesk> {
  const { id, number } = agentOf(request);
  await store.seen(id, clock().toISOString());
  return { id, number };
}
