import { remindersOf } from '../../content/reminders.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { answeringOf, type ContentDesk } from './content-desk.ts';
import { defectsOf } from './defects-of.ts';
import { RemindersAnswer } from './schema.ts';

export function remindersRoute(scope: Http, desk: ContentDesk): void {
  scope.get(
    '/reminders',
    {
      schema: {
        tags: ['content'],
        summary: '该核对和该补的内容',
        security: WITH_SESSION,
        response: { 200: RemindersAnswer, ...problems(401, 403, 503) },
      },
    },
    async () => {
      const { knowledge, checks } = answeringOf(desk);
      const { releases, links, provinces } = checks;
      const entries = [...knowledge.entries().values()].map((entry) => ({
        number: entry.number,
        title: entry.label,
        dated: entry.source.date,
        reviewed: desk.published.now().reviews.get(entry.number)?.on,
        defects: defectsOf(entry, provinces),
      }));
      return { reminders: remindersOf({ entries, releases, links }, desk.clock()) };
    },
  );
}
