import type { FastifyInstance } from 'fastify';
import { HttpError, notFound } from './http-error.ts';

/**
 * Answers what no route takes: 405 with `Allow` where the address exists for another method, else 404.
 *
 * It answers before the body is read, so that a wrong address is never reported as a wrong body.
 */
export function refuseUnknown(app: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ method, url }) => {
    const known = methods.get(url) ?? new Set();
    for (const one of [method].flat()) known.add(one.toUpperCase());
    methods.set(url, known);
  });

  app.addHook('onRequest', async (request) => {
    if (!request.is404) return;
    const path = request.url.split('?')[0] ?? '';
    const allowed = [...methods].flatMap(([url, known]) => (matches(url, path) ? [...known] : []));
    if (allowed.length === 0) throw notFound();
    const allow = [...new Set(allowed)].sort().join(', ');
    throw new HttpError(405, 'method-not-allowed', `这个地址只接受 ${allow}。`, { headers: { allow } });
  });
  app.setNotFoundHandler(() => {
    throw notFound();
  });
}

/** Whether a path is one of a route: `/api/talks/:talk` takes `/api/talks/x`. */
function matches(route: string, path: string): boolean {
  const wanted = route.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at]);
}
