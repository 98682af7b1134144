import { z } from 'zod';
import { caseCardOf } from '../../../bot/case-card-of.ts';
import { takeStep } from '../../../bot/desk/take-step.ts';
import { Changes, correctedBy, correctionNote } from '../../corrected-by.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { CardSchema } from '../../schema/card.ts';
import { noTalk } from './answer-taken.ts';
import { TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

/** An agent puts the case card right, as its person can: noted in the conversation and logged. */
export function caseRoute(scope: Http, work: Work): void {
  scope.patch(
    '/talks/:talk/case',
    {
      schema: {
        tags: ['console'],
        summary: '改正情况卡：键是卡上的 key，值是改成什么',
        security: WITH_SESSION,
        params: TalkParams,
        body: Changes,
        response: { 200: z.object({ card: CardSchema }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { id: who } = await atDesk(request, work);
      const { talk } = request.params;
      const facts = correctedBy(request.body, work.corrections());
      const keys = Object.keys(facts);
      const at = work.clock().toISOString();
      const taken = await takeStep(work, talk, at, (record) => ({
        by: who,
        steps: [],
        facts: { ...record.facts, ...facts },
        notes: [correctionNote(who, keys)],
      }));
      const record = await work.store.byId(talk);
      if (taken.is === 'no-talk' || !record) throw noTalk();
      await work.people.audit.add({ at, who, what: 'card-corrected', talk, detail: { keys: keys.join(' ') } });
      return { card: caseCardOf(record, work.knowledge()) };
    },
  );
}
