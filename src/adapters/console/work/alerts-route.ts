import { z } from 'zod';
import type { Store } from '../../../bot/ports.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { allow } from '../allow.ts';
import { agentOf } from '../authenticate-agent.ts';
import { NO_BODY } from '../fields.ts';
import { DESK, type Work } from './work.ts';

/** Seconds after which somebody waits too long unless a supervisor sets another time: there waiting turns red. */
const USUAL = 180;
const SECONDS = 'longWait 要是 30 到 3600 的整数：等了多少秒算太久。';

const Alerts = z
  .object(
    { longWait: z.int({ error: SECONDS }).min(30, SECONDS).max(3_600, SECONDS).meta({ description: '秒' }) },
    NO_BODY,
  )
  .readonly();
export const AlertsBody = z.object({ alerts: Alerts }, NO_BODY).readonly();

export type Alerts = z.output<typeof Alerts>;

/** When supervisors are told that somebody waits too long. */
export async function alertsOf(store: Pick<Store, 'setting'>): Promise<Alerts> {
  const set = Alerts.safeParse(await store.setting('alerts'));
  return set.success ? set.data : { longWait: USUAL };
}

export function alertsRoute(scope: Http, work: Work): void {
  scope.get(
    '/alerts',
    {
      schema: {
        tags: ['console'],
        summary: '等多久算太久，要提醒主管',
        security: WITH_SESSION,
        response: { 200: AlertsBody, ...problems(401, 403) },
      },
    },
    async () => ({ alerts: await alertsOf(work.store) }),
  );

  scope.put(
    '/alerts',
    {
      onRequest: allow('supervisor'),
      schema: {
        tags: ['console'],
        summary: '改等多久算太久',
        security: WITH_SESSION,
        body: AlertsBody,
        response: { 200: AlertsBody, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { alerts } = request.body;
      const at = work.clock().toISOString();
      await work.store.set('alerts', alerts, at);
      work.bus.publish(DESK);
      const detail = { name: 'alerts', longWait: alerts.longWait };
      await work.people.audit.add({ at, who: agentOf(request).id, what: 'settings', detail });
      return { alerts };
    },
  );
}
