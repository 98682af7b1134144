import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { dictionary } from './dictionary.ts';

const FILE = fileURLToPath(new URL('dictionary.ts', import.meta.url));

/** Builds the dictionary in, instead of the ten times larger one that it is made of. */
export function dictionaryPlugin(): Plugin {
  return {
    name: 'dictionary',
    load: (id) => (id === FILE ? `export const dictionary = ${JSON.stringify(dictionary)};` : undefined),
  };
}
