import { randomInt } from 'node:crypto';
import type { VendorMemory } from '../../bot/channel-store.ts';
import type { ChannelName } from '../../bot/message.ts';
import type { Seal } from '../../bot/ports.ts';
import { later } from '../../handoff/later.ts';

/** Milliseconds for which a code can be used. */
const LASTS = 10 * 60_000;
/** Wrong codes of one account; after that it waits as long as a code lasts. */
const MOST_WRONG = 5;

interface AgentLinksParts {
  readonly vendor: VendorMemory;
  readonly seal: Pick<Seal, 'seal' | 'open' | 'digest'>;
  readonly clock: () => Date;
}

type Redeemed =
  | { readonly is: 'linked'; readonly agent: string }
  /** Wrong, too old, or used. */
  | { readonly is: 'wrong' }
  /** Too many wrong ones. */
  | { readonly is: 'wait' };

/** Which account of a vendor is which agent's, one for one. An agent shows that it is theirs by sending a code from it. */
export interface AgentLinks {
  /** Six digits for one use within ten minutes; the agent's earlier one is void. `until` is ISO 8601. */
  offer(agent: string): Promise<{ readonly code: string; readonly until: string }>;
  /** Links an account with whoever was given the code. The same again gives the same. */
  redeem(account: string, code: string): Promise<Redeemed>;
  /** Makes a code void that others have seen. */
  burn(code: string): Promise<void>;
  agentOf(account: string): Promise<string | undefined>;
  isLinked(agent: string): Promise<boolean>;
  unlink(agent: string): Promise<void>;
}

/** Codes and accounts are kept as keyed digests only. */
export function agentLinks(channel: ChannelName, { vendor, seal, clock }: AgentLinksParts): AgentLinks {
  const now = (): string => clock().toISOString();
  const digest = (what: 'account' | 'code', value: string): string => seal.digest(`${channel} ${what}\n${value}`);
  const ofCode = (hash: string): string => `${channel}:link-code:${hash}`;
  const ofOffer = (agent: string): string => `${channel}:link-offer:${agent}`;
  const ofWrong = (account: string): string => `${channel}:link-wrong:${account}`;
  const ofAccount = (account: string): string => `${channel}:agent-of:${account}`;
  const ofAgent = (agent: string): string => `${channel}:account-of:${agent}`;
  const forget = (name: string, at: string): Promise<void> => vendor.remember(name, '', at, at);

  /** Both sides have to say so: an account that was linked anew no longer is the earlier agent's. */
  const linked = async (account: string, at: string): Promise<string | undefined> => {
    const agent = await vendor.recall(ofAccount(account), at);
    return agent !== undefined && (await vendor.recall(ofAgent(agent), at)) === account ? agent : undefined;
  };
  const unlink = async (agent: string, at: string): Promise<void> => {
    const account = await vendor.recall(ofAgent(agent), at);
    if (account === undefined) return;
    if ((await vendor.recall(ofAccount(account), at)) === agent) await forget(ofAccount(account), at);
    await forget(ofAgent(agent), at);
  };
  return {
    async offer(agent) {
      const at = now();
      const before = await vendor.recall(ofOffer(agent), at);
      if (before !== undefined) await forget(ofCode(before), at);
      const until = later(at, LASTS);
      for (;;) {
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        const hash = digest('code', code);
        if ((await vendor.recall(ofCode(hash), at)) !== undefined) continue;
        await vendor.letGo(ofCode(hash));
        await vendor.remember(ofCode(hash), seal.seal(agent), until, at);
        await vendor.remember(ofOffer(agent), hash, until, at);
        return { code, until };
      }
    },
    async redeem(user, code) {
      const at = now();
      const account = digest('account', user);
      const wrong = Number((await vendor.recall(ofWrong(account), at)) ?? 0);
      if (wrong >= MOST_WRONG) return { is: 'wait' };
      const name = ofCode(digest('code', code));
      const sealed = await vendor.recall(name, at);
      const agent = sealed === undefined ? undefined : seal.open(sealed);
      // Whoever holds it first has used it: it is never let go.
      if (agent !== undefined && (await vendor.hold(name, at, later(at, LASTS)))) {
        await unlink(agent, at);
        await vendor.remember(ofAccount(account), agent, null, at);
        await vendor.remember(ofAgent(agent), account, null, at);
        return { is: 'linked', agent };
      }
      if (agent !== undefined && (await linked(account, at)) === agent) return { is: 'linked', agent };
      await vendor.remember(ofWrong(account), String(wrong + 1), later(at, LASTS), at);
      return { is: 'wrong' };
    },
    burn: (code) => forget(ofCode(digest('code', code)), now()),
    agentOf: (user) => linked(digest('account', user), now()),
    async isLinked(agent) {
      const at = now();
      const account = await vendor.recall(ofAgent(agent), at);
      return account !== undefined && (await linked(account, at)) === agent;
    },
    unlink: (agent) => unlink(agent, now()),
  };
}
