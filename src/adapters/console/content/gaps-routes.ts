import { gapDigest } from '../../content/gap-digest.ts';
import { gapGroups, settledGaps } from '../../content/gap-groups.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { answeringOf, type ContentDesk, makeChange } from './content-desk.ts';
import { ChangedAnswer } from './revision-schema.ts';
import { DismissBody, GapsAnswer, GapsQuery } from './schema.ts';

/** Gaps looked at, the newest; more than a desk sees in a year. */
const MOST = 20_000;
const DAY = 86_400_000;

export function gapsRoutes(scope: Http, desk: ContentDesk): void {
  scope.get(
    '/gaps',
    {
      schema: {
        tags: ['content'],
        summary: '没有答上的问题，意思相近的归在一组',
        security: WITH_SESSION,
        querystring: GapsQuery,
        response: { 200: GapsAnswer, ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { knowledge } = answeringOf(desk);
      const since = new Date(desk.clock().getTime() - request.query.days * DAY).toISOString();
      const gaps = await desk.store.gaps(MOST, since);
      const read = await desk.readGaps(knowledge, [...new Set(gaps.map(({ text }) => text))]);
      return gapGroups(gaps, read, {
        entries: knowledge.entries(),
        dismissed: settledGaps(desk.published.now(), knowledge),
        group: desk.group,
      });
    },
  );

  scope.post(
    '/gaps/dismiss',
    {
      schema: {
        tags: ['content'],
        summary: '忽略一组没有答上的问题',
        security: WITH_SESSION,
        body: DismissBody,
        response: { 200: ChangedAnswer, ...problems(400, 401, 403, 409, 503) },
      },
    },
    async (request) => {
      const { knowledge } = answeringOf(desk);
      const { texts, note } = request.body;
      const digests = [...new Set(texts.map((text) => gapDigest(knowledge.normalise(text))))].sort();
      const name = gapDigest(digests.join());
      return makeChange(desk, request, { subject: 'gap', name, after: { digests }, note });
    },
  );
}
