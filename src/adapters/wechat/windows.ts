import type { ChannelStore } from '../../bot/channel-store.ts';
import { later } from '../../handoff/later.ts';

/** Messages, and milliseconds for them, after somebody wrote (WeChat's documentation of customer-service messages). */
const WROTE = { messages: 5, lasts: 48 * 3_600_000 };
/** The same after they subscribed, scanned a code or pressed a button of the menu. */
const CAME = { messages: 3, lasts: 60_000 };

type OfWindows = Pick<ChannelStore, 'windows'>;

/** Somebody wrote: all that was left before is void. */
export async function openedByWriting({ windows }: OfWindows, talk: string, at: string): Promise<void> {
  await windows.openWindow(talk, { until: later(at, WROTE.lasts), left: WROTE.messages });
}

/** Somebody did something else: a small window, unless a better one is open. */
export async function openedByComing({ windows }: OfWindows, talk: string, at: string): Promise<void> {
  const now = await windows.windowOf(talk);
  if (now && now.until > later(at, CAME.lasts) && (now.left ?? 0) > 0) return;
  await windows.openWindow(talk, { until: later(at, CAME.lasts), left: CAME.messages });
}

/** The platform says that nothing is left, whatever we counted. */
export async function closedByPlatform({ windows }: OfWindows, talk: string, at: string): Promise<void> {
  await windows.openWindow(talk, { until: at, left: 0 });
}
