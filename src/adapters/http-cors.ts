import type { FastifyInstance } from 'fastify';

const METHODS = 'GET, POST, PATCH, DELETE';
const HEADERS = 'authorization, content-type, last-event-id';
/** How long a browser may remember the permission, in seconds. */
const REMEMBERED = '600';

/** The agents' desk is for its own pages alone. */
const CONSOLE = /^\/api\/console(?![\w-])/;

/**
 * Lets the pages of `origins` call the web API from their own site. Browsers refuse all others by themselves, since they
 * get no permission. Cookies are never allowed across sites.
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/') || CONSOLE.test(request.url)) return;
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return;
    reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' });
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return;
    reply.headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': HEADERS,
      'access-control-max-age': REMEMBERED,
    });
    return reply.code(204).send();
  });
}
