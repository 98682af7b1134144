import { z } from 'zod';
import { TurnError } from '../../bot/turn-error.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { recordOf, unauthorized } from './authenticate.ts';
import { problems, WITH_TOKEN } from './documented.ts';
import { MessageId, NO_BODY, Text } from './fields.ts';
import { perTalk } from './limit.ts';
import { AnsweredSchema } from './schema.ts';
import type { Web } from './web.ts';

/** How long one turn may take, in milliseconds. It goes on afterwards: the same id fetches its answer. */
const LONGEST = 30_000;

/** Something a person says, and our answer to it. */
export function messagesRoute(app: Http, web: Web): void {
  app.post(
    '/messages',
    {
      config: perTalk(web),
      handlerTimeout: LONGEST,
      schema: {
        tags: ['talks'],
        summary: '发一条消息，得到回答；同一个 id 和内容再发一次，得到一样的回答，什么也不会变',
        security: WITH_TOKEN,
        body: z.object({ id: MessageId, text: Text }, NO_BODY),
        response: { 200: AnsweredSchema, ...problems(400, 401, 409, 413, 415, 429, 503) },
      },
      onRequest: async ({ headers }) => refusePicture(headers['content-type'] ?? ''),
    },
    async (request) => {
      const { id, text } = request.body;
      return web.receive({ id, at: web.clock().toISOString(), talk: recordOf(request).talk, text }).catch(refused);
    },
  );
}

function refusePicture(type: string): void {
  if (!/^(multipart|image)\//i.test(type.trim())) return;
  throw new HttpError(415, 'no-pictures', '现在还不能接收图片。请用文字描述问题，或者把报错的文字粘贴过来。');
}

/** What the turn refuses, with the status it deserves. Its sentences are for people already. */
function refused(error: unknown): never {
  if (!(error instanceof TurnError)) throw error;
  if (error.code === 'no-talk') throw unauthorized();
  if (error.code === 'id-reused') throw new HttpError(409, 'id-reused', error.message, { cause: error });
  throw new HttpError(503, 'busy', error.message, { cause: error, headers: { 'retry-after': '3' } });
}
