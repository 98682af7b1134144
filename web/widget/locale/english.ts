import { panel } from './en/panel.ts';

/** Every fixed text in English, by its Simplified Chinese. */
export const english: Readonly<Record<string, string>> = { ...panel };
