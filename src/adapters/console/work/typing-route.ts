import { z } from 'zod';
import type { Http } from '../../http.ts';
import { problems, WITH_SESSION } from '../documented.ts';
import { noTalk } from './answer-taken.ts';
import { TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

/** That an agent is typing. The person of the talk sees it only of the one who has it. */
export function typingRoute(scope: Http, work: Work): void {
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
