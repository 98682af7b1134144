import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The page's files, seen from `src/adapters/web` and from `dist/adapters/web` alike. */
const FILES = fileURLToPath(new URL('../../../web/chat/', import.meta.url));

/** The plain chat page at `/`, its scripts and styles under `/chat/`; browsers ask each time whether they changed. */
export async function chatPage(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: FILES, prefix: '/chat/', wildcard: false, index: false });
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('index.html'));
}
