import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { dictionaryPlugin } from '../shared/dictionary-plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The agents' console as `src/adapters/console/console-page.ts` serves it: hashed files, nothing inline. */
export default defineConfig({
  root,
  base: '/console/',
  plugins: [react(), dictionaryPlugin()],
  // What the server puts in its place, anew with every page: the styles that antd makes carry it.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
  },
});
