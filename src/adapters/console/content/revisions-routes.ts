import { z } from 'zod';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { agentOf } from '../authenticate-agent.ts';
import { answerChange, type ContentDesk, namesOf, shownRevision } from './content-desk.ts';
import { ChangedAnswer, RevisionsAnswer, RevisionsQuery, UndoBody } from './revision-schema.ts';

const RevisionParams = z.object({ id: z.coerce.number().int().positive() });

export function revisionsRoutes(scope: Http, desk: ContentDesk): void {
  scope.get(
    '/revisions',
    {
      schema: {
        tags: ['content'],
        summary: '改过什么，最新的在前',
        security: WITH_SESSION,
        querystring: RevisionsQuery,
        response: { 200: RevisionsAnswer, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const nameOf = await namesOf(desk);
      const revisions = await desk.people.revisions.list(request.query);
      return { revisions: revisions.map((revision) => shownRevision(revision, nameOf)) };
    },
  );

  scope.post(
    '/revisions/:id/undo',
    {
      schema: {
        tags: ['content'],
        summary: '撤销一次改动；再撤销这次撤销就是重做',
        security: WITH_SESSION,
        params: RevisionParams,
        body: UndoBody,
        response: { 200: ChangedAnswer, ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const agent = agentOf(request);
      const target = await desk.people.revisions.byId(id);
      if (target?.subject === 'hours' && agent.role !== 'supervisor') {
        throw new HttpError(403, 'forbidden', '服务时间只有主管可以改。');
      }
      const act = { at: desk.clock().toISOString(), who: agent.id, note: request.body.note };
      return answerChange(desk, await desk.people.revisions.undo(id, act));
    },
  );
}
