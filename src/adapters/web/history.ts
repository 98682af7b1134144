import { z } from 'zod';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { After } from '../schema/fields.ts';
import { LinesSchema } from '../schema/talk.ts';
import { recordOf } from './authenticate.ts';
import type { Web } from './web.ts';

/** Lines in one answer; who wants more asks again with the last number. */
const MOST = 500;

/** What has been said so far. */
export function historyRoute(app: Http, web: Web): void {
  app.get(
    '/messages',
    {
      schema: {
        tags: ['talks'],
        summary: `after 之后的话，一次最多 ${MOST} 句`,
        security: WITH_TOKEN,
        querystring: z.object({ after: After.default(0) }),
        response: { 200: LinesSchema, ...problems(400, 401) },
      },
    },
    async (request) => ({ messages: await web.store.lines(recordOf(request).id, request.query.after, MOST) }),
  );
}
