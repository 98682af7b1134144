import { z } from 'zod';
import { later } from '../../handoff/later.ts';
import type { WecomParts } from './wecom-parts.ts';

/** Milliseconds: who has one keeps it; who has none may get one, once the corp is bound to an account of WeChat's open platform. */
const KNOWN = 30 * 24 * 3_600_000;
const UNKNOWN = 24 * 3_600_000;

const Customers = z.object({
  customer_list: z.array(z.object({ external_userid: z.string(), unionid: z.string().optional() })).default([]),
});

/**
 * Who a customer is to all accounts of one owner: a keyed digest of their
 * unionid, in the same form as in WeChat's own channel. Undefined where WeCom
 * does not tell. Neither the unionid nor their name is kept.
 */
export async function identityOf(wecom: WecomParts, customer: string): Promise<string | undefined> {
  const { api, store, seal, log, now } = wecom;
  const name = `wecom:identity:${seal.digest(customer)}`;
  const kept = await store.vendor.recall(name, now());
  if (kept !== undefined) return kept || undefined;
  const unionid = await askFor(customer).catch((error: unknown) => log.warn({ err: error }, 'no unionid from WeCom'));
  const identity = unionid ? seal.digest(`wechat-unionid\n${unionid}`) : '';
  await store.vendor.remember(name, identity, later(now(), identity ? KNOWN : UNKNOWN), now());
  return identity || undefined;

  async function askFor(id: string): Promise<string | undefined> {
    const answer = await api.call('kf/customer/batchget', { external_userid_list: [id] });
    const { customer_list } = Customers.parse(answer);
    return customer_list.find(({ external_userid }) => external_userid === id)?.unionid;
  }
}
