import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { agentOf } from '../authenticate-agent.ts';
import { lastWeek, type Week, weekNamed } from '../reports/weekly/week.ts';
import { weeklyReport, withoutConversations } from '../reports/weekly/weekly-report.ts';
import { type Weekly, WeeklySchema } from '../reports/weekly/weekly-schema.ts';
import { weeklyMarkdown } from '../reports/weekly/weekly-text.ts';
import { answeringOf, type ContentDesk } from './content-desk.ts';

const NO_WEEK = 'week 要写成 2026-W47 这样的周。';

/** The last one that is over, where none is named. */
const WeekQuery = z.object({
  week: z
    .string()
    .refine((name) => weekNamed(name) !== undefined, NO_WEEK)
    .exactOptional()
    .meta({ description: 'ISO 8601 的周，例如 2026-W47；不写是最近过完的一周' }),
});

/** What a week came to. Editors get it without what belongs to conversations. */
export function weeklyRoutes(scope: Http, desk: ContentDesk): void {
  const weekOf = ({ week }: z.output<typeof WeekQuery>): Week =>
    (week === undefined ? undefined : weekNamed(week)) ?? lastWeek(desk.clock().toISOString());
  const read = async (request: FastifyRequest, week: Week): Promise<Weekly> => {
    const { store, people, published } = desk;
    const parts = { store, people, answering: answeringOf(desk), content: published.now() };
    const weekly = weeklyReport(await desk.readWeek(parts, week, desk.clock()));
    return agentOf(request).role === 'supervisor' ? weekly : withoutConversations(weekly);
  };

  scope.get(
    '/weekly',
    {
      schema: {
        tags: ['content'],
        summary: '周报：问了什么，什么没有答上，哪些回答没帮上忙，哪些条目旧了；编辑看不到对话的部分',
        security: WITH_SESSION,
        querystring: WeekQuery,
        response: { 200: WeeklySchema, ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => read(request, weekOf(request.query)),
  );

  scope.get(
    '/weekly.md',
    {
      schema: {
        tags: ['content'],
        summary: '周报的 Markdown 文件；会被记录',
        security: WITH_SESSION,
        querystring: WeekQuery,
        response: {
          200: { description: '周报', content: { 'text/markdown': { schema: z.string() } } },
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request, reply) => {
      const week = weekOf(request.query);
      const text = weeklyMarkdown(await read(request, week));
      const at = desk.clock().toISOString();
      const detail = { what: 'weekly', week: week.name };
      await desk.people.audit.add({ at, who: agentOf(request).id, what: 'export', detail });
      reply.header('content-disposition', `attachment; filename="weekly-${week.name}.md"`);
      return reply.type('text/markdown; charset=utf-8').serializer(String).send(text);
    },
  );
}
