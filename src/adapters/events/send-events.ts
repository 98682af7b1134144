import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import { pour } from './pour.ts';

/** Answers with server-sent events, written as they come, until there are no more or their reader is gone. */
export function sendEvents(
  reply: Pick<FastifyReply, 'hijack' | 'raw' | 'log' | 'getHeaders'>,
  events: AsyncIterable<string | Uint8Array>,
): void {
  const { raw, log } = reply;
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies pass each event on at once; a stream that ended at closing leaves no connection behind.
    'x-accel-buffering': 'no',
    connection: 'close',
  });
  // Nobody waits for it: what the request brought is let go.
  pour(events, raw).catch((error: unknown) => {
    log.error({ err: error }, 'event stream broke off');
    raw.destroy();
  });
}
