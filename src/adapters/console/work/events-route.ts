import { z } from 'zod';
import { problems, WITH_SESSION } from '../../documented.ts';
import { sendEvents } from '../../events/send-events.ts';
import type { Http } from '../../http.ts';
import { isStillSignedIn } from '../authenticate-agent.ts';
import { deskFeed } from './desk-feed.ts';
import { watchDesk } from './watch-desk.ts';
import { atDesk, type Work } from './work.ts';

const Id = z.iso.datetime({ error: 'Last-Event-ID 要是上一个事件的编号。' }).exactOptional();

/** Server-sent events of the desk: `queue`, `talk`, `presence` with ids that resume, `typing` and `radar` without. Listening is being there. */
export function eventsRoute(scope: Http, work: Work): void {
  const feed = deskFeed(work, (error) => scope.log.error({ err: error }, 'the desk could not be read'));
  scope.get(
    '/events',
    {
      exposeHeadRoute: false,
      schema: {
        tags: ['console'],
        summary:
          '客服台的实时事件：queue、talk、presence 的编号可以用 Last-Event-ID 接着读；typing、radar 没有编号，radar 表示要重新读 /radar；注释行是服务器的时间',
        security: WITH_SESSION,
        headers: z.object({ 'last-event-id': Id }),
        response: {
          200: { description: '事件流', content: { 'text/event-stream': { schema: z.string() } } },
          ...problems(400, 401, 403),
        },
      },
    },
    async (request, reply) => {
      const { id: agent } = await atDesk(request, work);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const signal = AbortSignal.any([gone.signal, work.closing]);
      const events = watchDesk({
        feed,
        agent,
        after: request.headers['last-event-id'],
        heartbeat: work.heartbeat,
        clock: work.clock,
        signal,
        // Whoever listens is there; whoever was signed out meanwhile hears no more.
        async isWelcome() {
          if (!(await isStillSignedIn(request, { store: work.people, clock: work.clock }))) return false;
          await atDesk(request, work);
          return true;
        },
      });
      sendEvents(reply, events);
    },
  );
}
