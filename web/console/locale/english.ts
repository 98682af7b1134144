import { shell } from './en/shell.ts';

/** Every fixed text in English, by its Simplified Chinese. */
export const english: Readonly<Record<string, string>> = { ...shell };
