import { later } from '../../handoff/later.ts';
import type { Wechat } from './wechat.ts';

/** Milliseconds for which it is remembered who somebody is: a unionid changes only where accounts are bound anew. */
const KEPT = 30 * 24 * 3_600_000;
/** Milliseconds for which it is not asked again after it went wrong. */
const AGAIN = 3_600_000;
/** Milliseconds for which one message keeps others from asking. */
const HELD = 60_000;

/** A keyed digest of who a user is in all accounts of their owner, where the platform tells. Nothing depends on it: no error. */
export async function identityOf({ config, parts, api }: Wechat, openid: string): Promise<string | undefined> {
  if (!config.verified) return undefined;
  const { store, seal, time } = parts;
  const now = time.now().toISOString();
  const name = `wechat-identity:${seal.digest(openid)}`;
  const known = await store.vendor.recall(name, now);
  if (known !== undefined) return known || undefined;
  // Two messages in one go ask once.
  if (!(await store.vendor.hold(name, now, later(now, HELD)))) return undefined;
  const path = `user/info?openid=${encodeURIComponent(openid)}&lang=zh_CN`;
  const answer = await api.call(path, { method: 'GET' }).catch(() => undefined);
  const unionid = answer?.unionid;
  const identity = typeof unionid === 'string' && unionid !== '' ? seal.digest(`wechat-unionid\n${unionid}`) : '';
  await store.vendor.remember(name, identity, later(now, answer ? KEPT : AGAIN), now);
  return identity || undefined;
}

/** Forgets who a user is. */
export async function forgetIdentity({ parts: { store, seal, time } }: Wechat, openid: string): Promise<void> {
  const now = time.now().toISOString();
  await store.vendor.remember(`wechat-identity:${seal.digest(openid)}`, '', now, now);
}
