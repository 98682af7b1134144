import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../project-root.ts';
import { staticFiles } from '../static-files.ts';

const FILES = join(projectRoot, 'web', 'page');

/**
 * The chat as a whole page at `/`: the widget, in a page that has nothing else; and at `/demo` how a site has it in its
 * corner. Browsers ask each time whether they changed.
 */
export async function chatPage(app: FastifyInstance): Promise<void> {
  await staticFiles(app, { root: FILES, prefix: '/page/' });
  app.get('/demo', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('demo.html'));
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('index.html'));
}
