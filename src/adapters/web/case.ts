import { z } from 'zod';
import { cardForPerson } from '../../bot/case-card-of.ts';
import { takeStep } from '../../bot/desk/take-step.ts';
import { Changes, correctedBy, correctionNote } from '../corrected-by.ts';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { CardSchema } from '../schema/card.ts';
import { recordOf } from './authenticate.ts';
import { perTalk } from './limit.ts';
import type { Web } from './web.ts';

const Card = z.object({ card: CardSchema });

/** The case card, as its person sees and corrects it, also while they wait. */
export function caseRoutes(app: Http, web: Web): void {
  const common = { tags: ['talks'], security: WITH_TOKEN };

  app.get(
    '/case',
    { schema: { ...common, summary: '我已替您整理的情况', response: { 200: Card, ...problems(401) } } },
    async (request) => ({ card: cardForPerson(recordOf(request), web.knowledge()) }),
  );

  app.patch(
    '/case',
    {
      config: perTalk(web),
      schema: {
        ...common,
        summary: '改正情况卡：键是卡上的 key，值是改成什么',
        body: Changes,
        response: { 200: Card, ...problems(400, 401, 413, 415, 429) },
      },
    },
    async (request) => {
      const { id } = recordOf(request);
      const facts = correctedBy(request.body, web.corrections());
      await takeStep(web, id, web.clock().toISOString(), (record) => ({
        steps: [],
        facts: { ...record.facts, ...facts },
        notes: [correctionNote(null, Object.keys(facts))],
      }));
      const record = await web.store.byId(id);
      return { card: cardForPerson(record ?? recordOf(request), web.knowledge()) };
    },
  );
}
