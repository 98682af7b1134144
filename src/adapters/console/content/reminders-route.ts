import { remindersOf } from '../../content/reminders.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { answeringOf, type ContentDesk } from './content-desk.ts';
import { remindedOf } from './reminded-of.ts';
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
      const reminded = remindedOf(answeringOf(desk), desk.published.now().reviews);
      return { reminders: remindersOf(reminded, desk.clock()) };
    },
  );
}
