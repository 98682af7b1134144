import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { HttpError } from '../http-error.ts';

/** What `npm run build` makes of `web/widget`, seen from `src/adapters/web` and `dist/adapters/web` alike. */
const FILES = fileURLToPath(new URL('../../../dist/widget/', import.meta.url));

/**
 * The chat widget for any page: `/widget.js` is the newest and is asked for each time, `/widget-<hash>.js` never changes
 * and may be pinned by its integrity. Scripts are public, so every origin may load them; who may talk with the service
 * from another origin is for `WIDGET_ORIGINS` to say.
 */
export async function widgetFiles(app: FastifyInstance): Promise<void> {
  if (!existsSync(FILES)) {
    app.get('/widget.js', { schema: { hide: true } }, async () => {
      throw new HttpError(503, 'not-built', '聊天窗口还没有构建，请先运行 npm run build，再重新启动。');
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: FILES,
    prefix: '/',
    wildcard: false,
    index: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders(response, path) {
      const isNamedByHash = /[-_][\w-]{8,64}\.(js|css)$/.test(path);
      response.setHeader('cache-control', isNamedByHash ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
    },
  });
}
