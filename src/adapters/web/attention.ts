import { z } from 'zod';
import { storedText } from '../../bot/stored-text.ts';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { NO_BODY, Seq } from '../schema/fields.ts';
import { recordOf } from './authenticate.ts';
import { perTalk } from './limit.ts';
import type { Web } from './web.ts';

const SCORE = 'score 要是 1 到 5 的整数。';

const Rating = z.object(
  {
    score: z.int(SCORE).min(1, SCORE).max(5, SCORE),
    text: z.string({ error: 'text 要是一段文字。' }).max(2_000, '评价最多 2000 个字。').exactOptional(),
  },
  NO_BODY,
);

/** What the page tells beside messages: that somebody is typing, how far they have read, how they found the help. */
export function attentionRoutes(app: Http, web: Web): void {
  const common = { tags: ['talks'], security: WITH_TOKEN };
  const refused = problems(400, 401, 413, 415, 429);

  app.post(
    '/typing',
    {
      config: perTalk(web),
      schema: {
        ...common,
        summary: '用户正在输入',
        response: { 200: z.object({ at: z.string() }), ...problems(401, 429) },
      },
    },
    async (request) => {
      web.bus.publish(recordOf(request).id, { typing: 'user' });
      return { at: web.clock().toISOString() };
    },
  );

  app.post(
    '/read',
    {
      config: perTalk(web),
      schema: {
        ...common,
        summary: '读到第几句',
        body: z.object({ seq: Seq }, NO_BODY),
        response: { 200: z.object({ seq: z.int() }), ...refused },
      },
    },
    async (request) => {
      const { id } = recordOf(request);
      const { seq } = request.body;
      await web.store.markRead(id, 'user', seq);
      web.bus.publish(id);
      return { seq };
    },
  );

  app.post(
    '/rating',
    {
      config: perTalk(web),
      schema: {
        ...common,
        summary: '给这次服务打分，1 到 5；再打一次，以最后一次为准',
        body: Rating,
        response: { 200: z.object({ score: z.int() }), ...refused },
      },
    },
    async (request) => {
      const { score, text } = request.body;
      const said = text === undefined || text.trim() === '' ? null : storedText(text);
      await web.store.rate(recordOf(request).id, { score, said }, web.clock().toISOString());
      return { score };
    },
  );
}
