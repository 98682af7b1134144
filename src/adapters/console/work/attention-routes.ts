import { z } from 'zod';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { Seq } from '../../schema/fields.ts';
import { NO_BODY } from '../fields.ts';
import { noTalk } from './answer-taken.ts';
import { TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

/** That an agent is typing, and how far they have read. The person of the talk sees only the one who has it typing. */
export function attentionRoutes(scope: Http, work: Work): void {
  scope.post(
    '/talks/:talk/read',
    {
      schema: {
        tags: ['console'],
        summary: '读到第几句',
        security: WITH_SESSION,
        params: TalkParams,
        body: z.object({ seq: Seq }, NO_BODY),
        response: { 200: z.object({ seq: z.int() }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      await atDesk(request, work);
      const { seq } = request.body;
      const record = await work.store.byId(request.params.talk);
      if (!record) throw noTalk();
      await work.store.markRead(record.id, 'agent', seq);
      work.bus.publish(record.id);
      return { seq };
    },
  );

  scope.post(
    '/talks/:talk/typing',
    {
      schema: {
        tags: ['console'],
        summary: '客服正在输入；用户只看得到正在接待 TA 的那位',
        security: WITH_SESSION,
        params: TalkParams,
        response: { 200: z.object({ at: z.string() }), ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      const { id } = await atDesk(request, work);
      const record = await work.store.byId(request.params.talk);
      if (!record) throw noTalk();
      if (record.case.owner === id) work.bus.publish(record.id, { typing: 'agent' });
      return { at: work.clock().toISOString() };
    },
  );
}
