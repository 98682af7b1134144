import { z } from 'zod';
import { previewOf } from '../../../bot/preview.ts';
import { chinaDay } from '../../../text/china-day.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { agentOf } from '../authenticate-agent.ts';
import { answeringOf, type ContentDesk, makeChange } from './content-desk.ts';
import { defectsOf } from './defects-of.ts';
import { addedIn, entriesView } from './entries-view.ts';
import { ChangedAnswer } from './revision-schema.ts';
import { EntriesAnswer, PreviewAnswer, ReviewBody } from './schema.ts';

const EntryParams = z.object({ number: z.coerce.number().int() });

export function entriesRoutes(scope: Http, desk: ContentDesk): void {
  const known = (number: number) => {
    const answering = answeringOf(desk);
    const entry = answering.knowledge.entries().get(number);
    if (!entry) throw new HttpError(404, 'unknown', `没有第 ${number} 条。`);
    return { ...answering, entry };
  };

  scope.get(
    '/entries',
    {
      schema: {
        tags: ['content'],
        summary: '全部条目，和在这里加的问题',
        security: WITH_SESSION,
        response: { 200: EntriesAnswer, ...problems(401, 403, 503) },
      },
    },
    async () => {
      const { knowledge, checks } = answeringOf(desk);
      const names = new Map((await desk.people.agents.list()).map(({ id, name }) => [id, name]));
      return entriesView({
        knowledge,
        reviews: desk.published.now().reviews,
        defectsOf: (entry) => defectsOf(entry, checks.provinces),
        titleOf: (check) => checks.byId(check)?.title,
        nameOf: (id) => names.get(id) ?? id,
        addedIn: addedIn([
          ...(await desk.people.revisions.list({ limit: 2_000, subject: 'similar' })),
          ...(await desk.people.revisions.list({ limit: 2_000, subject: 'outside' })),
        ]),
      });
    },
  );

  scope.get(
    '/entries/:number/preview',
    {
      schema: {
        tags: ['content'],
        summary: '用户问到这一条时看到的回答',
        security: WITH_SESSION,
        params: EntryParams,
        response: { 200: PreviewAnswer, ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { entry, assistant } = known(request.params.number);
      return { replies: await previewOf(assistant, entry, desk.clock().toISOString()) };
    },
  );

  scope.post(
    '/entries/:number/review',
    {
      schema: {
        tags: ['content'],
        summary: '记下这一条今天核对过',
        security: WITH_SESSION,
        params: EntryParams,
        body: ReviewBody,
        response: { 200: ChangedAnswer, ...problems(400, 401, 403, 404, 409, 503) },
      },
    },
    async (request) => {
      const { entry } = known(request.params.number);
      const on = chinaDay(desk.clock().toISOString());
      const { note } = request.body;
      const after = { on, by: agentOf(request).id };
      return makeChange(desk, request, { subject: 'review', name: String(entry.number), after, note });
    },
  );
}
