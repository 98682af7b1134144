import { later } from '../../handoff/later.ts';
import type { WecomParts } from './wecom-parts.ts';

/** Milliseconds for which the token of a doorbell is good. */
const TOKEN_LASTS = 600_000;

/** The 客服帐号 that ever rang, and the tokens they rang with. */
export interface Accounts {
  all(): Promise<readonly string[]>;
  /** Resolves once it is on disk. */
  rang(account: string, token: string): Promise<void>;
  /** To fetch with; undefined where the last one is over. */
  token(account: string): Promise<string | undefined>;
  /** There is no such account any more; it is known again once it rings. */
  forget(account: string): Promise<void>;
  /** WeCom does not take it any more. */
  dropToken(account: string): Promise<void>;
}

export function createAccounts({ store: { vendor }, seal, config, now }: WecomParts): Accounts {
  const list = `wecom:accounts:${config.corpId}`;
  const ringOf = (account: string): string => `wecom:ring:${account}`;
  const all = async (): Promise<readonly string[]> => {
    const kept = await vendor.recall(list, now());
    return kept === undefined ? [] : (JSON.parse(kept) as string[]);
  };
  return {
    all,
    async rang(account, token) {
      await vendor.remember(ringOf(account), seal.seal(token), later(now(), TOKEN_LASTS), now());
      const known = await all();
      if (!known.includes(account)) await vendor.remember(list, JSON.stringify([...known, account]), null, now());
    },
    async forget(account) {
      const others = (await all()).filter((one) => one !== account);
      await vendor.remember(list, JSON.stringify(others), null, now());
    },
    async token(account) {
      const sealed = await vendor.recall(ringOf(account), now());
      return sealed === undefined ? undefined : seal.open(sealed);
    },
    async dropToken(account) {
      await vendor.remember(ringOf(account), '', now(), now());
    },
  };
}
