import { signal } from '@preact/signals';
import { chosenLocale, keepLocale, type Locale, nearest, writeAs } from '../shared/locale.ts';

const KEY = 'beian-locale';

/** What the widget is written in now; everything that is drawn reads it. */
export const locale = signal<Locale>('zh-CN');

/** What the person chose here before, else what the page says, else what the browser asks for. */
export async function writeFor(page: string | undefined): Promise<void> {
  await change(chosenLocale(KEY) ?? nearest(page ?? navigator.language));
}

/** What the person chooses: kept for the next time. */
export async function chooseLocale(next: Locale): Promise<void> {
  if (await change(next)) keepLocale(KEY, next);
}

async function change(next: Locale): Promise<boolean> {
  const isWritten = await writeAs(next).catch(() => false);
  if (isWritten) locale.value = next;
  return isWritten;
}
