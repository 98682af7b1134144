import { z } from 'zod';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { allow } from '../allow.ts';
import { agentOf } from '../authenticate-agent.ts';
import { csvOf } from '../reports/csv.ts';
import { daysBetween, periodsOf } from '../reports/period.ts';
import { readReport } from '../reports/read-report.ts';
import { type Report, ReportSchema, SECTIONS } from '../reports/schema.ts';
import { TABLES } from '../reports/tables.ts';
import type { Work } from './work.ts';

/** The longest period: a leap year. */
const LONGEST = 366;

const Day = (name: string) => z.iso.date({ error: `${name} 要写成 2026-11-01 这样的日期。` });

const Wanted = z
  .object({ from: Day('from'), to: Day('to') })
  .refine(({ from, to }) => from <= to, '开始的日期要在结束的日期之前，或者是同一天。')
  .refine(({ from, to }) => daysBetween(from, to) < LONGEST, `一次最多看 ${LONGEST} 天，请选短一些的时间。`);

const FILE = new RegExp(`^(${SECTIONS.join('|')})\\.csv$`);
const File = z.object({
  file: z.string().regex(FILE, `没有这张表。可以下载：${SECTIONS.map((section) => `${section}.csv`).join('、')}。`),
});

/** What a period came to, for supervisors: numbers alone. */
export function reportsRoutes(scope: Http, work: Work): void {
  const read = ({ from, to }: z.output<typeof Wanted>): Promise<Report> => {
    const entries = work.knowledge()?.entries().values() ?? [];
    const labels = new Map([...entries].map(({ number, label }) => [number, label]));
    return readReport(work.people.reports, periodsOf(from, to), labels);
  };

  scope.get(
    '/reports',
    {
      onRequest: allow('supervisor'),
      schema: {
        tags: ['console'],
        summary: '报表：一段时间（中国的日子，含首尾）和前一段同样长的时间',
        security: WITH_SESSION,
        querystring: Wanted,
        response: { 200: ReportSchema, ...problems(400, 401, 403) },
      },
    },
    async (request) => read(request.query),
  );

  scope.get(
    '/reports/:file',
    {
      onRequest: allow('supervisor'),
      schema: {
        tags: ['console'],
        summary: '一张报表的 CSV（UTF-8，可以直接用表格软件打开）；会被记录',
        security: WITH_SESSION,
        params: File,
        querystring: Wanted,
        response: {
          200: { description: '报表', content: { 'text/csv': { schema: z.string() } } },
          ...problems(400, 401, 403),
        },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      const { file } = request.params;
      const section = SECTIONS.find((one) => file === `${one}.csv`) ?? 'volume';
      const text = csvOf(TABLES[section](await read(request.query)));
      const at = work.clock().toISOString();
      const detail = { what: 'reports', section, from, to };
      await work.people.audit.add({ at, who: agentOf(request).id, what: 'export', detail });
      reply.header('content-disposition', `attachment; filename="${section}-${from}-${to}.csv"`);
      return reply.type('text/csv; charset=utf-8').serializer(String).send(text);
    },
  );
}
