import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HttpError } from '../http-error.ts';
import { projectRoot } from '../project-root.ts';
import { staticFiles } from '../static-files.ts';

/** What `npm run build` makes of `web/console`. */
const FILES = join(projectRoot, 'dist', 'console');
/** Stands in the built page where the nonce of its styles goes. */
const NONCE = /__NONCE__/g;
const POLICY = 'content-security-policy';

/**
 * The agents' console at `/console`, and at every address beneath it that is no file. Its files carry their hash in
 * their names and never change; the page itself is asked for each time.
 *
 * Nothing inline runs in it. The styles that its components make at run time carry a nonce that only this answer knows,
 * and no other page may show it in a frame.
 */
export async function consolePage(app: FastifyInstance): Promise<void> {
  const assets = join(FILES, 'assets');
  if (existsSync(assets)) {
    await staticFiles(app, { root: assets, prefix: '/console/assets/', built: true });
  }
  app.get('/console', { schema: { hide: true } }, (_request, reply) => page(reply));
  app.get('/console/*', { schema: { hide: true } }, (request, reply) => {
    const { pathname } = new URL(request.url, 'http://console');
    if (pathname.startsWith('/console/assets/')) throw new HttpError(404, 'not-found', '没有这个文件，请刷新页面。');
    return page(reply);
  });
}

function page(reply: FastifyReply): FastifyReply {
  const file = join(FILES, 'index.html');
  if (!existsSync(file)) {
    throw new HttpError(503, 'not-built', '客服台的页面还没有构建，请先运行 npm run build，再重新启动。');
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = String(reply.getHeader(POLICY))
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
    .replace(/frame-ancestors [^;]*/, "frame-ancestors 'none'");
  return reply
    .header(POLICY, policy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(readFileSync(file, 'utf8').replace(NONCE, nonce));
}
