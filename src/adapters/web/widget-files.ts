import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { HttpError } from '../http-error.ts';
import { projectRoot } from '../project-root.ts';
import { staticFiles } from '../static-files.ts';

/** What `npm run build` makes of `web/widget`. */
const FILES = join(projectRoot, 'dist', 'widget');

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
  await staticFiles(app, {
    root: FILES,
    prefix: '/',
    built: true,
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  });
}
