import { context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * A span for each request to a route, named after its pattern. Whatever a client says of traces of its own is not
 * believed: anybody may write to us.
 */
export function traceRequests(app: FastifyInstance, tracer: Tracer): void {
  const open = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', async (request) => {
    const { method, id, routeOptions } = request;
    if (routeOptions.url === undefined || UNTRACED.test(routeOptions.url)) return;
    const attributes = { 'http.request.method': method, 'http.route': routeOptions.url, 'beian.request': id };
    open.set(request, tracer.startSpan(`${method} ${routeOptions.url}`, { kind: SpanKind.SERVER, attributes }));
  });
  // Not before: what is read of a body comes in a context of its own.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = open.get(request);
    if (span) context.with(trace.setSpan(context.active(), span), done);
    else done();
  });
  app.addHook('onResponse', async (request, { statusCode }) => {
    const span = open.get(request);
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}

/** Asked every few seconds, or open for hours. */
const UNTRACED = /^\/(healthz|readyz|metrics)$|\/events$/;
