import { gapDigest } from '../../content/gap-digest.ts';
import { settledGaps } from '../../content/gap-groups.ts';
import { MOST_CASES, readSuggestions } from '../../content/read-suggestions.ts';
import { suggestionDigest } from '../../content/suggestions.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { answeringOf, type ContentDesk, makeChange } from './content-desk.ts';
import { ChangedAnswer } from './revision-schema.ts';
import { GapsQuery } from './schema.ts';
import { DismissSuggestion, SuggestionsAnswer } from './suggestions-schema.ts';

const DAY = 86_400_000;

/** Questions of resolved cases that might belong to an entry; they are tried and published as all others are. */
export function suggestionsRoutes(scope: Http, desk: ContentDesk): void {
  scope.get(
    '/suggestions',
    {
      schema: {
        tags: ['content'],
        summary: '解决了的对话里，建议加到条目的问法；试加和发布同缺口一样',
        security: WITH_SESSION,
        querystring: GapsQuery,
        response: { 200: SuggestionsAnswer, ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { knowledge } = answeringOf(desk);
      const now = desk.clock().getTime();
      // What was ended at this very moment belongs to it.
      const span = { from: instant(now - request.query.days * DAY), to: instant(now + 1) };
      const cases = await desk.people.learning.resolved(span, MOST_CASES);
      const dismissed = settledGaps(desk.published.now(), knowledge);
      const suggestions = await readSuggestions(cases, { knowledge, readGaps: desk.readGaps, dismissed });
      return { suggestions, cases: cases.length };
    },
  );

  scope.post(
    '/suggestions/dismiss',
    {
      schema: {
        tags: ['content'],
        summary: '忽略给一个条目的建议；没有答上的仍然列在缺口里',
        security: WITH_SESSION,
        body: DismissSuggestion,
        response: { 200: ChangedAnswer, ...problems(400, 401, 403, 409, 503) },
      },
    },
    async (request) => {
      const { knowledge } = answeringOf(desk);
      const { entry, texts, note = `给第 ${entry} 条的建议` } = request.body;
      const normalised = [...new Set(texts.map((text) => knowledge.normalise(text)))];
      const digests = normalised.map((text) => suggestionDigest(entry, text)).sort();
      return makeChange(desk, request, { subject: 'gap', name: gapDigest(digests.join()), after: { digests }, note });
    },
  );
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
