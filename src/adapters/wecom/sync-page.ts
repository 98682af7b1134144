import { later } from '../../handoff/later.ts';
import type { Accounts } from './accounts.ts';
import { SyncedItem, SyncedPage } from './synced-item.ts';
import type { WecomParts } from './wecom-parts.ts';
import { NO_ACCOUNT, RING_OVER, WecomRefusal } from './wecom-refusal.ts';

/** Entries of a page at most. */
const MOST = 1000;
/** Milliseconds: what was said longer than that before the first look is not answered any more. */
const FIRST_LOOK = 600_000;

/** How far an account was read; before `since` (ISO 8601) nothing is. */
interface Place {
  readonly cursor?: string;
  readonly since: string;
}

export const placeName = (account: string): string => `wecom:place:${account}`;

/**
 * Reads the next page of an account, and tells whether there is more. Where it
 * stands is remembered once all of the page is taken: who dies before reads it
 * again.
 */
export async function syncPage(
  { api, store: { vendor }, log, now }: WecomParts,
  accounts: Accounts,
  account: string,
  take: (item: SyncedItem) => Promise<void>,
): Promise<boolean> {
  const kept = await vendor.recall(placeName(account), now());
  const place: Place = kept ? (JSON.parse(kept) as Place) : { since: later(now(), -FIRST_LOOK) };
  const body = { open_kfid: account, limit: MOST, ...(place.cursor && { cursor: place.cursor }) };
  const page = SyncedPage.parse(await ask());
  for (const raw of page.msg_list) {
    const item = SyncedItem.safeParse(raw);
    if (!item.success) log.warn({ err: item.error }, 'an entry of WeCom cannot be read');
    else if (item.data.send_time * 1_000 >= Date.parse(place.since)) await take(item.data);
  }
  const cursor = page.next_cursor || place.cursor;
  const moved = cursor !== place.cursor;
  if (moved) await vendor.remember(placeName(account), JSON.stringify({ ...place, cursor }), null, now());
  return page.has_more === 1 && moved;

  async function ask(): Promise<object> {
    try {
      return await askWithToken();
    } catch (error) {
      if (error instanceof WecomRefusal && NO_ACCOUNT.includes(error.errcode)) await accounts.forget(account);
      // A place that WeCom does not know would be asked for for ever: it is read anew, and what is known is known by its id.
      const isPlace = error instanceof WecomRefusal && error.fault === 'refused' && place.cursor !== undefined;
      if (!isPlace) throw error;
      log.warn({ err: error, account }, 'WeCom no longer knows how far its messages were read: they are read again');
      await vendor.remember(placeName(account), JSON.stringify({ since: place.since }), null, now());
      const { cursor: _refused, ...rest } = body;
      return api.call('kf/sync_msg', rest);
    }
  }

  async function askWithToken(): Promise<object> {
    const token = await accounts.token(account);
    if (token === undefined) return api.call('kf/sync_msg', body);
    try {
      return await api.call('kf/sync_msg', { ...body, token });
    } catch (error) {
      if (!(error instanceof WecomRefusal) || error.errcode !== RING_OVER) throw error;
      await accounts.dropToken(account);
      return api.call('kf/sync_msg', body);
    }
  }
}
