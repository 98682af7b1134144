import type { Plugin } from 'vite';
import { fixedTexts } from './fixed-texts.ts';
import { traditional } from './traditional.ts';

const NAME = 'virtual:traditional';

/** Gives a front end its Traditional Chinese: every fixed text of the sources, in the words of Taiwan. */
export function traditionalPlugin(folder: string): Plugin {
  return {
    name: 'traditional-chinese',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const words = Object.fromEntries(fixedTexts(folder).map((text) => [text, traditional(text)]));
      return `export const traditional = ${JSON.stringify(words)};`;
    },
  };
}
