import { Converter } from 'opencc-js/cn2t';
import type { Plugin } from 'vite';
import { fixedTexts } from './fixed-texts.ts';

const NAME = 'virtual:traditional';

/** Gives the console its Traditional Chinese: every fixed text of the sources, in the words of Taiwan. */
export function traditionalPlugin(folder: string): Plugin {
  return {
    name: 'traditional-chinese',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const convert = Converter({ from: 'cn', to: 'twp' });
      const words = Object.fromEntries(fixedTexts(folder).map((text) => [text, convert(text)]));
      return `export const traditional = ${JSON.stringify(words)};`;
    },
  };
}
