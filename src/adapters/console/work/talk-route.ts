import { z } from 'zod';
import type { Line } from '../../../bot/message.ts';
import type { TalkRecord } from '../../../bot/talk-record.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { withDelivery } from '../../mail/with-delivery.ts';
import { After } from '../../schema/fields.ts';
import { noTalk } from './answer-taken.ts';
import { TalkParams, TalkSchema } from './schema.ts';
import { summaryOf } from './summary-of.ts';
import { atDesk, type Work } from './work.ts';

/** Lines told at once; older ones are asked for by `before`. */
const MOST = 2_000;
/** Older lines told at once. */
const PAGE = 500;

const Part = z.object({
  after: After.exactOptional().meta({ description: '只要这一句之后的话' }),
  before: After.exactOptional().meta({ description: `只要这一句之前的话，一次最多 ${PAGE} 句` }),
});

/**
 * A whole conversation: what was said, with outcomes; what only the desk sees; its case. Of the lines only a part where
 * one asks for it, of the rest always all.
 */
export function talkRoute(scope: Http, work: Work): void {
  scope.get(
    '/talks/:talk',
    {
      schema: {
        tags: ['console'],
        summary: '一个对话：说过的话、备注和草稿、情况卡、现在的状态',
        security: WITH_SESSION,
        params: TalkParams,
        querystring: Part,
        response: { 200: TalkSchema, ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      await atDesk(request, work);
      const { talk } = request.params;
      const record = await work.store.byId(talk);
      if (!record) throw noTalk();
      const { idTrace: _trace, ...facts } = record.facts;
      const [first] = await work.store.lines(talk, 0, 1);
      return {
        summary: summaryOf(record, work.knowledge()),
        messages: await withDelivery(work, talk, await linesOf(record, request.query)),
        first: first?.seq ?? 0,
        notes: await work.store.notes(talk),
        tickets: (await work.store.ticketsOf(talk)).map(({ id, at, text, doneAt }) => ({ id, at, text, doneAt })),
        facts,
        code: record.case.code,
        window: (await work.store.windows.windowOf(talk)) ?? null,
      };
    },
  );

  async function linesOf({ id, seq }: TalkRecord, { after, before }: z.output<typeof Part>): Promise<readonly Line[]> {
    if (before === undefined) return work.store.lines(id, Math.max(after ?? 0, seq - MOST), MOST);
    const page = await work.store.lines(id, Math.max(0, before - 1 - PAGE), PAGE);
    return page.filter((line) => line.seq < before);
  }
}
