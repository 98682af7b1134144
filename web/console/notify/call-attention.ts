import { closeNotification, showNotification } from './desktop.ts';
import { KINDS, SOUND_OF } from './kinds.ts';
import { leads } from './lead.ts';
import { isLookedAt } from './looked-at.ts';
import type { News } from './news-of.ts';
import { play } from './player.ts';
import { notifySettings } from './settings.ts';

/** Lets news be heard and seen, as far as this browser's agent wants that. What rings is heard by `use-ringing.ts`. */
export async function callAttention(news: readonly News[], open: (news: News) => void): Promise<void> {
  const { muted } = notifySettings();
  const wanted = news.filter(({ kind }) => !muted.includes(kind));
  // As it was when the news came: asking the other tabs takes a moment.
  const isInFront = document.visibilityState === 'visible' && document.hasFocus();
  const looks = await Promise.all(wanted.map(({ talk }) => isLookedAt(talk)));
  const unseen = wanted.filter((_, at) => !looks[at]);
  const loudest = KINDS.find((kind) => kind !== 'ring' && unseen.some((one) => one.kind === kind));
  if (loudest) sound(loudest);
  if (!notifySettings().desktop || unseen.length === 0 || !leads('desktop')) return;
  for (const one of unseen) {
    // Whoever has the desk before them sees the lists.
    if (isOfLists(one) && isInFront) continue;
    showNotification(one, () => open(one));
  }
}

/** A sound, from one tab alone. */
export function sound(kind: News['kind']): void {
  const { sound: isOn, volume, muted } = notifySettings();
  // A sound that cannot be fetched is not heard; all else goes on.
  if (isOn && !muted.includes(kind) && leads('sound')) play(SOUND_OF[kind], volume).catch(() => {});
}

/** What is over needs nobody's attention any more. */
export function callOff(news: readonly News[]): void {
  for (const one of news) closeNotification(one);
}

function isOfLists({ kind }: News): boolean {
  return kind === 'queue' || kind === 'ticket' || kind === 'late';
}
