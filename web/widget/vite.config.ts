import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { dictionaryPlugin } from '../shared/dictionary-plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * The widget as one file, `widget.js`, which asks for its rarer parts beside itself. Old phones run it: what their
 * browsers lack (optional chaining, flex gaps, dialogs) is compiled away or not used; see docs/widget.md.
 */
export default defineConfig({
  root,
  base: './',
  plugins: [dictionaryPlugin(), sheetPlugin()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // One file that needs nothing else: it also runs from a copy of its code, and browsers before 2020 know no other kind.
  worker: {
    format: 'iife',
    rolldownOptions: { output: { entryFileNames: 'widget/[name]-[hash].js' } },
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/widget', import.meta.url)),
    emptyOutDir: true,
    target: ['chrome70', 'safari12'],
    cssTarget: ['chrome70', 'safari12'],
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('main.ts', import.meta.url)),
      output: {
        entryFileNames: 'widget-[hash].js',
        chunkFileNames: 'widget/[name]-[hash].js',
        assetFileNames: 'widget/[name]-[hash][extname]',
      },
    },
  },
});

/** The styles as a file of their own, for browsers that cannot construct a sheet. */
function sheetPlugin(): Plugin {
  return {
    name: 'widget-sheet',
    generateBundle() {
      const order = [...readFileSync(new URL('styles/dress.ts', import.meta.url), 'utf8').matchAll(/'\.\/(\w+\.css)/g)];
      const source = order
        .map(([, name]) => readFileSync(new URL(`styles/${name}`, import.meta.url), 'utf8'))
        .join('\n');
      this.emitFile({ type: 'asset', fileName: 'widget.css', source });
    },
  };
}
