import type { Channel, Receive } from '../../bot/ports.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { countLimits } from '../http-limit.ts';
import { within } from '../within.ts';
import { answerPage, answerRoute } from './answer-page.ts';
import { attentionRoutes } from './attention.ts';
import { authenticate } from './authenticate.ts';
import { caseRoutes } from './case.ts';
import { chatPage } from './chat-page.ts';
import { contextRoute } from './context.ts';
import { entryRoute } from './entry.ts';
import { eraseRoute } from './erase.ts';
import { eventsRoute } from './events.ts';
import { factsRoute } from './facts.ts';
import { feedbackRoute } from './feedback.ts';
import { filesRoute } from './files.ts';
import { historyRoute } from './history.ts';
import { messagesRoute } from './messages.ts';
import { openRoutes } from './open.ts';
import { ownDataRoute } from './own-data.ts';
import { phoneCodeRoute } from './phone/phone-code-route.ts';
import { phoneRoute } from './phone/phone-route.ts';
import { privacyPage } from './privacy-page.ts';
import { queuePlaces } from './queue-places.ts';
import { Streams } from './streams.ts';
import { ticketRoute } from './ticket.ts';
import { transcriptRoute } from './transcript.ts';
import { UploadRoom } from './upload-room.ts';
import type { Web, WebOptions } from './web.ts';
import { widgetFiles } from './widget-files.ts';

/**
 * People at a browser: the API under `/api/talks` and the chat page at `/`.
 *
 * The routes are there as soon as it is made, since a listening server takes no more of them; until `open`, a message
 * waits for it, and is answered with 503 where that takes too long.
 */
export function webChannel({
  app,
  heartbeat = 20_000,
  patience = 30_000,
  startsWithin = 5_000,
  room = new UploadRoom(),
  ...options
}: WebOptions): Channel {
  const streams = new Streams();
  let open: (turn: Receive) => void = () => undefined;
  const opening = new Promise<Receive>((resolve) => {
    open = resolve;
  });
  let receive: Receive = async (message) => (await within(startsWithin, opening, () => starting))(message);
  const web: Web = {
    ...options,
    heartbeat,
    patience,
    streams,
    placeOf: queuePlaces(options),
    room,
    receive: (message) => receive(message),
  };

  app.register(async (scope: Http) => {
    await countLimits(scope, web);
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    openRoutes(scope, web);
    entryRoute(scope, web);
    privacyPage(scope, web.operator ?? {});
    phoneRoute(scope, web);
    if (web.links.publicUrl) answerRoute(scope, web, web.links);
    await scope.register(async (talk: Http) => ownRoutes(talk, web), { prefix: '/api/talks/:talk' });
  });
  app.register(chatPage);
  app.register(widgetFiles);
  if (web.links.publicUrl) app.register(answerPage);
  // A server waits for its open answers, and a stream never ends by itself.
  app.addHook('preClose', async () => streams.end());

  return {
    name: 'web',
    async open(turn) {
      receive = turn;
      open(turn);
    },
    // Whoever speaks unasked stores the line; the event streams read it from there.
    async send({ talk }) {
      web.bus.publish(talk);
    },
    async close() {
      streams.end();
    },
  };
}

const starting: Receive = async () => {
  throw new HttpError(503, 'starting', '服务正在启动，请过几秒再试。', { headers: { 'retry-after': '3' } });
};

/** What only the holder of a talk's token may do. */
function ownRoutes(talk: Http, web: Web): void {
  authenticate(talk, web.store);
  talk.register(async (scope: Http) => messagesRoute(scope, web));
  historyRoute(talk, web);
  eventsRoute(talk, web);
  factsRoute(talk);
  feedbackRoute(talk, web);
  contextRoute(talk, web);
  transcriptRoute(talk, web);
  ownDataRoute(talk, web);
  ticketRoute(talk, web);
  filesRoute(talk, web);
  attentionRoutes(talk, web);
  caseRoutes(talk, web);
  phoneCodeRoute(talk, web);
  eraseRoute(talk, web);
}
