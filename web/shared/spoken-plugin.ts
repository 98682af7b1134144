import type { Plugin } from 'vite';
import { fixedTexts } from './fixed-texts.ts';
import { spokenTexts } from './spoken-texts.ts';
import { spokenTraditional } from './spoken-traditional.ts';

const NAME = 'virtual:spoken-traditional';

/** Gives the front end of a folder what the bot says in Traditional Chinese, by its Simplified Chinese. */
export function spokenPlugin(folder: string): Plugin {
  return {
    name: 'spoken-traditional',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const words = spokenTraditional(spokenTexts(), fixedTexts(folder));
      return `export const spokenTraditional = ${JSON.stringify(words)};`;
    },
  };
}
