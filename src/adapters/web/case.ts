import { z } from 'zod';
import { caseCardOf } from '../../bot/case-card-of.ts';
import { takeStep } from '../../bot/desk/take-step.ts';
import { isCorrectable } from '../../handoff/corrections.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { CardSchema } from '../schema/card.ts';
import { NO_BODY } from '../schema/fields.ts';
import { recordOf } from './authenticate.ts';
import { problems, WITH_TOKEN } from './documented.ts';
import { perTalk } from './limit.ts';
import type { Web } from './web.ts';

const Changes = z
  .record(z.string().max(40), z.string({ error: '每一项都要是一段文字，和情况卡上显示的一样。' }).max(600), NO_BODY)
  .refine((changes) => Object.keys(changes).length > 0, '请写明要改哪一项，例如 {"platform":"安卓"}。');

const Card = z.object({ card: CardSchema });

/** The case card, as its person sees and corrects it, also while they wait. */
export function caseRoutes(app: Http, web: Web): void {
  const common = { tags: ['talks'], security: WITH_TOKEN };

  app.get(
    '/case',
    { schema: { ...common, summary: '我已替您整理的情况', response: { 200: Card, ...problems(401) } } },
    async (request) => ({ card: caseCardOf(recordOf(request), web.knowledge()) }),
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
      const facts = correctedBy(request.body);
      await takeStep(web, id, web.clock().toISOString(), (record) => ({
        steps: [],
        facts: { ...record.facts, ...facts },
        notes: [{ kind: 'event', author: null, body: { what: 'corrected', keys: Object.keys(facts) } }],
      }));
      const record = await web.store.byId(id);
      return { card: caseCardOf(record ?? recordOf(request), web.knowledge()) };
    },
  );

  function correctedBy(changes: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
    const corrections = web.corrections();
    return Object.fromEntries(
      Object.entries(changes).map(([key, said]) => {
        if (!isCorrectable(key)) throw new HttpError(400, 'bad-request', `情况卡上没有能改的“${key}”。`);
        const fact = corrections?.[key](said);
        if (fact === undefined)
          throw new HttpError(400, 'bad-request', `“${said}”我没看懂，请换个写法，例如“安卓”“12.0”“广东”。`);
        return [key, fact];
      }),
    );
  }
}
