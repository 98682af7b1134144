import { z } from 'zod';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { NO_BODY, Seq } from '../schema/fields.ts';
import { recordOf } from './authenticate.ts';
import { perTalk } from './limit.ts';
import type { Web } from './web.ts';

const Feedback = z.object({ seq: Seq, helpful: z.boolean({ error: 'helpful 要是 true 或 false。' }) }, NO_BODY);

/** Whether one of our answers helped. */
export function feedbackRoute(app: Http, web: Web): void {
  app.post(
    '/feedback',
    {
      config: perTalk(web),
      schema: {
        tags: ['talks'],
        summary: '一句回答有没有帮助；再说一次就改过来',
        security: WITH_TOKEN,
        body: Feedback,
        response: { 200: Feedback, ...problems(400, 401, 404, 415, 429) },
      },
    },
    async (request) => {
      const { seq, helpful } = request.body;
      if (await web.store.judge(recordOf(request).id, seq, helpful, web.clock().toISOString())) return { seq, helpful };
      throw new HttpError(404, 'not-found', `这个对话里没有序号是 ${seq} 的机器人回答。`);
    },
  );
}
