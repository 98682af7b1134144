import { z } from 'zod';
import { problems, WITH_TOKEN } from '../documented.ts';
import { sendEvents } from '../events/send-events.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { After } from '../schema/fields.ts';
import { recordOf } from './authenticate.ts';
import { follow, type Happening } from './follow.ts';
import type { Web } from './web.ts';

/**
 * Server-sent events: `state` at the start, then each line as `message` with its number as id. The state's `from` is the
 * number of the first line that is still there; it comes again when lines were erased.
 */
export function eventsRoute(app: Http, web: Web): void {
  app.get(
    '/events',
    {
      exposeHeadRoute: false,
      schema: {
        tags: ['talks'],
        summary:
          '跟随对话：message 的编号是 seq，用 Last-Event-ID 或 after 接着读；state 没有编号，其中 from 之前的话已经删除',
        security: WITH_TOKEN,
        querystring: z.object({ after: After.default(0) }),
        headers: z.object({ 'last-event-id': After.optional() }),
        response: {
          200: { description: '事件流', content: { 'text/event-stream': { schema: z.string() } } },
          ...problems(400, 401, 429),
        },
      },
    },
    async (request, reply) => {
      const { id } = recordOf(request);
      const stream = web.streams.add(id);
      if (!stream) throw new HttpError(429, 'too-many', '这个对话在太多页面里打开了，请先关掉几个。');
      reply.raw.once('close', () => web.streams.remove(id, stream));
      const after = request.headers['last-event-id'] ?? request.query.after;
      sendEvents(reply, written(follow({ ...web, id, after, signal: stream.signal })));
    },
  );
}

async function* written(happenings: AsyncIterable<Happening>): AsyncGenerator<string> {
  yield 'retry: 2000\n\n';
  for await (const happening of happenings) yield write(happening);
}

function write(happening: Happening): string {
  switch (happening.is) {
    case 'line':
      return `id: ${happening.line.seq}\nevent: message\ndata: ${JSON.stringify(happening.line)}\n\n`;
    case 'state':
      return `event: state\ndata: ${JSON.stringify(happening.state)}\n\n`;
    case 'typing':
      return 'event: typing\ndata: {"by":"agent"}\n\n';
    case 'quiet':
      return ': \n\n';
  }
}
