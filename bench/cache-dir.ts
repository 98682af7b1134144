import { fileURLToPath } from 'node:url';

/** Kept between runs: what was learnt of the content, in `knowledge`, and the large graph. */
export const cacheDir = fileURLToPath(new URL('../node_modules/.cache/beian-bench', import.meta.url));
