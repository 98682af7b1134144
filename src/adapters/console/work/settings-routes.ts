import { z } from 'zod';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import type { Role } from '../../store/agent.ts';
import { allow } from '../allow.ts';
import { agentOf } from '../authenticate-agent.ts';
import { NO_BODY } from '../fields.ts';
import { DESK, type Work } from './work.ts';

const Clock = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, '时间要写成 09:00 这样。');
const Ranges = z
  .array(z.object({ from: Clock, to: Clock }).readonly())
  .max(6)
  .readonly();
const Day = z.enum(['1', '2', '3', '4', '5', '6', '7'], { error: '星期要写成 1（周一）到 7（周日）。' });

/** The desk's hours, as `handoff/hours.ts` has them. */
const HoursSchema = z
  .object(
    {
      weekly: z.partialRecord(Day, Ranges).readonly(),
      holidays: z.boolean(),
      exceptions: z
        .array(z.object({ date: z.iso.date(), ranges: Ranges }).readonly())
        .max(200)
        .readonly(),
    },
    NO_BODY,
  )
  .readonly();

const Canned = z
  .array(
    z
      .object({
        key: z.string().regex(/^[\p{L}\p{N}_-]{1,30}$/u, '快捷词要有 1 到 30 个字，不能有空格。'),
        text: z.string().min(1).max(2_000),
      })
      .readonly(),
  )
  .max(500)
  .readonly();

/** What is set of the desk while the service runs: hours of service, by supervisors, and the team's own replies, by editors too. */
export function settingsRoutes(scope: Http, work: Work): void {
  setting('hours', '服务时间；null 是一直开着', z.object({ hours: HoursSchema.nullable() }), null, 'supervisor');
  setting('canned', '团队自己的快捷回复', z.object({ canned: Canned }), [], 'supervisor', 'editor');

  function setting<Body extends z.ZodObject>(
    name: 'hours' | 'canned',
    summary: string,
    body: Body,
    unset: unknown,
    ...roles: readonly Role[]
  ): void {
    const Shape = body as z.ZodObject;
    scope.get(
      `/${name}`,
      {
        schema: { tags: ['console'], summary, security: WITH_SESSION, response: { 200: Shape, ...problems(401, 403) } },
      },
      async () => ({ [name]: (await work.store.setting(name)) ?? unset }),
    );
    scope.put(
      `/${name}`,
      {
        onRequest: allow(...roles),
        schema: {
          tags: ['console'],
          summary: `改${summary}`,
          security: WITH_SESSION,
          body: Shape,
          response: { 200: Shape, ...problems(400, 401, 403) },
        },
      },
      async (request) => {
        const value = (request.body as Record<string, unknown>)[name];
        const act = { at: work.clock().toISOString(), who: agentOf(request).id };
        // Setting what is set already changes nothing, and is no revision.
        await work.people.revisions.change({ ...act, subject: name, name: null, after: value });
        work.bus.publish(DESK);
        return { [name]: value ?? unset };
      },
    );
  }
}
