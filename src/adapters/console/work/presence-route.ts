import { z } from 'zod';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { agentOf } from '../authenticate-agent.ts';
import { NO_BODY } from '../fields.ts';
import { DESK, type Work } from './work.ts';

const Mine = z.object({ available: z.boolean(), capacity: z.int() });

const Ready = z.object(
  {
    available: z.boolean({ error: 'available 要是 true（接待）或 false（不接待）。' }),
    capacity: z
      .int({ error: 'capacity 要是 1 到 50 的整数：同时接待几个对话。' })
      .min(1, 'capacity 要是 1 到 50 的整数：同时接待几个对话。')
      .max(50, 'capacity 要是 1 到 50 的整数：同时接待几个对话。')
      .default(3),
  },
  NO_BODY,
);

const Present = z
  .object({
    agent: z.string(),
    number: z.int().meta({ description: '用户看到的是“客服 07”' }),
    name: z.string(),
    available: z.boolean(),
    capacity: z.int(),
    load: z.int(),
    seenAt: z.string(),
  })
  .readonly();

/** Whether an agent takes conversations, and who else does. */
export function presenceRoute(scope: Http, work: Work): void {
  scope.post(
    '/presence',
    {
      schema: {
        tags: ['console'],
        summary: '开始或停止接待，同时接待几个',
        security: WITH_SESSION,
        body: Ready,
        response: { 200: Mine, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { available, capacity } = request.body;
      const seenAt = work.clock().toISOString();
      await work.store.setPresence({ agent: agentOf(request).id, available, capacity, seenAt });
      work.bus.publish(DESK);
      return { available, capacity };
    },
  );

  scope.get(
    '/presence',
    {
      schema: {
        tags: ['console'],
        summary: '谁在接待，各有几个对话',
        security: WITH_SESSION,
        response: { 200: z.object({ agents: z.array(Present).readonly() }), ...problems(401, 403) },
      },
    },
    async () => {
      const loads = await work.store.loads();
      const present = new Map((await work.store.presences()).map((one) => [one.agent, one]));
      const people = await work.people.agents.list();
      return {
        agents: people.flatMap(({ id, number, name }) => {
          const one = present.get(id);
          return one ? [{ ...one, number, name, load: loads.get(id) ?? 0 }] : [];
        }),
      };
    },
  );
}
