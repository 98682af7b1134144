import { z } from 'zod';
import { problems, WITH_SESSION } from '../documented.ts';
import type { Http } from '../http.ts';
import { AUDITED } from '../store/audit.ts';
import { allow } from './allow.ts';
import type { Desk } from './desk.ts';

export const Entry = z
  .object({
    id: z.int(),
    at: z.string(),
    who: z
      .string()
      .meta({ description: '人的 id，或者 user（对话里的用户）、system（服务自己）、cli（在机器上操作的人）' }),
    what: z.enum(AUDITED),
    talk: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).readonly(),
  })
  .readonly()
  .meta({ id: 'AuditEntry', description: '做过的一件事；只能增加，不能修改或删除' });

const MOST = 200;
const wholeNumber = (error: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/, error)
    .transform(Number);

const Page = z.object({
  before: wholeNumber('before 要是一个正整数，也就是您已有的最早一条的 id。').exactOptional(),
  limit: wholeNumber(`limit 要是 1 到 ${MOST} 的整数。`)
    .refine((limit) => limit <= MOST, `limit 要是 1 到 ${MOST} 的整数。`)
    .default(50),
  who: z.string().max(80, 'who 要是一个人的 id，或者 user、system、cli。').exactOptional(),
  what: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(AUDITED, { error: `what 要是 ${AUDITED.join('、')} 中的几个，用逗号隔开。` })))
    .exactOptional(),
});

/** What was done at the desk, for its supervisors. */
export function auditRoute(scope: Http, desk: Desk): void {
  scope.get(
    '/audit',
    {
      onRequest: allow('supervisor'),
      schema: {
        tags: ['console'],
        summary: '操作记录，最新的在前',
        security: WITH_SESSION,
        querystring: Page,
        response: { 200: z.object({ entries: z.array(Entry).readonly() }), ...problems(400, 401, 403) },
      },
    },
    async (request) => ({ entries: await desk.store.audit.entries(request.query) }),
  );
}
