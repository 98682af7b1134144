import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export interface StaticFiles {
  /** The folder, absolute. */
  readonly root: string;
  readonly prefix: string;
  /** Whether a build made them, so that those with a hash in their names never change. */
  readonly built?: boolean;
  /** More headers for each of them. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** As the builds name what never changes: `index-D0bfx0nd.js`; and what lies pressed beside it. */
const NAMED_BY_HASH = /-[\w-]{8}\.\w+(?:\.br|\.gz)?$/;

/**
 * Serves a folder's files: those named by their hash for good, all others to be asked for each time. Where the build left
 * a pressed copy beside a file (`.br`, `.gz`), clients that understand it get that one.
 */
export async function staticFiles(
  app: FastifyInstance,
  { root, prefix, built = false, headers = {} }: StaticFiles,
): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    prefix,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz'],
    cacheControl: false,
    setHeaders(response, path) {
      const forGood = built && NAMED_BY_HASH.test(path);
      response.setHeader('cache-control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('vary', 'accept-encoding');
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
}
