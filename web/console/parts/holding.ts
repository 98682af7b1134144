import { written } from '../../shared/t.ts';

/** Whether a text holds every word that is looked for, in whichever characters both are written. */
export function holding(wanted: string): (text: string) => boolean {
  const words = written(wanted.trim().toLowerCase()).split(/\s+/).filter(Boolean);
  return (text) => {
    const shown = written(text.toLowerCase());
    return words.every((word) => shown.includes(word));
  };
}
