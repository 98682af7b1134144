import { z } from 'zod';
import { problems } from '../documented.ts';
import type { Http } from '../http.ts';
import { LineSchema, ReplySchema } from '../schema/talk.ts';
import { perAddress } from './limit.ts';
import { openTalk } from './open-talk.ts';
import type { Web } from './web.ts';

const Opened = z.object({ talk: z.string(), token: z.string(), messages: z.array(LineSchema).readonly() });

/** What anybody may do: open a talk, and read what it would begin with. */
export function openRoutes(app: Http, web: Web): void {
  app.post(
    '/api/talks',
    {
      config: perAddress(web),
      compress: false,
      schema: { tags: ['talks'], summary: '开始一个对话', response: { 201: Opened, ...problems(415, 429) } },
    },
    async (_request, reply) => reply.code(201).send(await openTalk(web)),
  );

  app.get(
    '/api/welcome',
    {
      schema: {
        tags: ['talks'],
        summary: '对话会怎样开始；什么也不保存，页面可以等用户开口再开始对话',
        response: { 200: z.object({ messages: z.array(ReplySchema).readonly() }) },
      },
    },
    async () => ({ messages: web.welcome() }),
  );
}
