import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  LogController,
  type RawServerDefault,
} from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { closeWithAnswers } from './http-closing.ts';
import { pressAnswers } from './http-compression.ts';
import { allowOrigins } from './http-cors.ts';
import { BODY_LIMIT, HttpError, problemOf, toHttpError } from './http-error.ts';
import { type Readiness, reportHealth } from './http-health.ts';
import { refuseUnknown } from './http-methods.ts';
import { describeApi } from './http-openapi.ts';
import { protect } from './http-security.ts';
import { validatorCompiler } from './http-validation.ts';
import { logOptions, newRequestId } from './log/log-options.ts';

/** The one HTTP server that every channel and the console hang their routes on. */
export type Http = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface HttpOptions {
  readonly logLevel: string;
  /** Where the log goes, a line of JSON at a time; standard output where left out. */
  readonly logStream?: { write(line: string): void };
  /** Told of the level of each line of the log. */
  readonly onLogLine?: (level: string) => void;
  /** Whose `X-Forwarded-For` is believed: nobody's, everybody's, that of the last n proxies, or of these addresses. */
  readonly trustProxy: boolean | number | readonly string[];
  /** Where people reach the service, without a trailing slash. */
  readonly publicUrl?: string | undefined;
  /** Other sites whose pages may embed ours and call the API. */
  readonly widgetOrigins: readonly string[];
  readonly readiness: () => Promise<Readiness>;
}

/** How long a client may take to send its headers, and its whole request: four pictures over a slow phone. Milliseconds. */
const HEADERS_TIMEOUT = 30_000;
const REQUEST_TIMEOUT = 300_000;

/** Types by zod, errors in one form, limits, headers, health and the API's description; the caller adds its routes and listens. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    http: { headersTimeout: HEADERS_TIMEOUT },
    // What comes over an open connection while closing is still answered, in our own form.
    return503OnClosing: false,
    trustProxy: trust(options.trustProxy),
    logger: logOptions({ level: options.logLevel, stream: options.logStream, onLine: options.onLogLine }),
    genReqId: newRequestId,
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, _request, reply) => answer(reply, toHttpError(error)),
  }).withTypeProvider<ZodTypeProvider>();

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  readJson(app);
  nameRequests(app);
  answerErrors(app);
  closeWithAnswers(app);
  await protect(app, { widgetOrigins: options.widgetOrigins, https: options.publicUrl?.startsWith('https:') ?? false });
  allowOrigins(app, options.widgetOrigins);
  refuseUnknown(app);
  await pressAnswers(app);
  await describeApi(app, options.publicUrl);
  reportHealth(app, options.readiness);
  return app;
}

/** Tells each request's name in the log, so that whoever reports a fault can say which one it was. */
function nameRequests(app: Http): void {
  app.addHook('onRequest', async ({ id }, reply) => {
    reply.header('x-request-id', id);
  });
}

/** Every error as `{ error: { code, message } }`; ours are logged once, here. */
function answerErrors(app: Http): void {
  app.setErrorHandler(async (error, request, reply) => {
    const known = toHttpError(error);
    if (known.statusCode >= 500) request.log.error({ err: error, route: request.routeOptions.url }, known.code);
    return answer(reply, known);
  });
}

function answer(reply: FastifyReply, problem: HttpError): FastifyReply {
  return reply
    .code(problem.statusCode)
    .headers(problem.headers)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemOf(problem));
}

/** Takes JSON only, and an empty body with that type as none: some clients send the header with every request. */
function readJson(app: Http): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.trim() === '') done(null, undefined);
    else parse(request, body, done);
  });
}

function trust(proxies: HttpOptions['trustProxy']) {
  if (typeof proxies === 'number') return (_address: string, hop: number) => hop < proxies;
  return typeof proxies === 'boolean' ? proxies : [...proxies];
}

/** What is not HTTP at all, or came too slowly, never reaches a route. */
function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const answer = slow
    ? new HttpError(408, 'timeout', '请求发得太慢了，请检查网络后再试。')
    : new HttpError(400, 'bad-request', '这个请求我们看不懂，请检查后再发。');
  const body = JSON.stringify(problemOf(answer));
  socket.end(
    `HTTP/1.1 ${answer.statusCode} ${slow ? 'Request Timeout' : 'Bad Request'}\r\nconnection: close\r\n` +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
