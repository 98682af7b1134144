import type { Http } from '../../http.ts';
import { withDelivery } from '../../mail/with-delivery.ts';
import { problems, WITH_SESSION } from '../documented.ts';
import { noTalk } from './answer-taken.ts';
import { TalkParams, TalkSchema } from './schema.ts';
import { summaryOf } from './summary-of.ts';
import { atDesk, type Work } from './work.ts';

/** Lines told at once; older ones are asked for by `before`. */
const MOST = 2_000;

/** A whole conversation: what was said, with outcomes; what only the desk sees; its case. */
export function talkRoute(scope: Http, work: Work): void {
  scope.get(
    '/talks/:talk',
    {
      schema: {
        tags: ['console'],
        summary: '一个对话：说过的话、备注和草稿、情况卡、现在的状态',
        security: WITH_SESSION,
        params: TalkParams,
        response: { 200: TalkSchema, ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      await atDesk(request, work);
      const { talk } = request.params;
      const record = await work.store.byId(talk);
      if (!record) throw noTalk();
      const { idTrace: _trace, ...facts } = record.facts;
      return {
        summary: summaryOf(record, work.knowledge()),
        messages: await withDelivery(work, talk, await work.store.lines(talk, Math.max(0, record.seq - MOST), MOST)),
        notes: await work.store.notes(talk),
        tickets: (await work.store.ticketsOf(talk)).map(({ id, at, text, doneAt }) => ({ id, at, text, doneAt })),
        facts,
        code: record.case.code,
      };
    },
  );
}
