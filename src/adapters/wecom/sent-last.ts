import { later } from '../../handoff/later.ts';
import type { WecomParts } from './wecom-parts.ts';

/** After each message of theirs a customer can be sent five, within 48 h. */
const MESSAGES = 5;
const WINDOW = 48 * 3_600_000;
/** `send_time` is cut to seconds: what was sent within the same one may have come before. */
const SECOND = 1_000;

/** What was sent to somebody last. */
interface SentLast {
  /** The msgid of which it may not be known whether it arrived; empty for none. */
  readonly tried: string;
  /** When (ISO 8601), oldest first. */
  readonly times: readonly string[];
}

const nameOf = (talk: string): string => `wecom:sent-last:${talk}`;

export async function sentLast({ store, now }: WecomParts, talk: string): Promise<SentLast> {
  const kept = await store.vendor.recall(nameOf(talk), now());
  return kept === undefined ? { tried: '', times: [] } : (JSON.parse(kept) as SentLast);
}

export async function rememberSent({ store, now }: WecomParts, talk: string, last: SentLast): Promise<void> {
  const kept = { ...last, times: last.times.slice(-MESSAGES) };
  await store.vendor.remember(nameOf(talk), JSON.stringify(kept), later(now(), WINDOW), now());
}

/** A customer wrote: what may be sent to them now, less what has been since. */
export async function openWindow(wecom: WecomParts, talk: string, at: string): Promise<void> {
  const { times } = await sentLast(wecom, talk);
  const since = times.filter((time) => time >= later(at, SECOND)).length;
  await wecom.store.windows.openWindow(talk, { until: later(at, WINDOW), left: MESSAGES - since });
}
