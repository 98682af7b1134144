import { lookAtDesk } from '../../../bot/desk-view.ts';
import { later, msBetween } from '../../../handoff/later.ts';
import { PRESENCE_MS } from '../../../handoff/ring.ts';
import { sayHours } from '../../../handoff/say-hours.ts';
import { chinaDay } from '../../../text/china-day.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { allow } from '../allow.ts';
import { alertsOf } from './alerts-route.ts';
import { summaryOf } from './summary-of.ts';
import { TodaySchema, WallSchema } from './wall-schema.ts';
import { atDesk, type Work } from './work.ts';

/** Silence after which a conversation with the assistant counts as over: half an hour, as web statistics end a visit. */
const QUIET_MS = 30 * 60_000;

/** What supervisors watch: who is there with what, and what the day came to so far. */
export function wallRoute(scope: Http, work: Work): void {
  scope.get(
    '/wall',
    {
      onRequest: allow('supervisor'),
      schema: {
        tags: ['console'],
        summary: '现场：谁在岗、各有什么对话、谁在等谁',
        security: WITH_SESSION,
        response: { 200: WallSchema, ...problems(401, 403) },
      },
    },
    async (request) => {
      await atDesk(request, work);
      const { store, knowledge } = work;
      const at = work.clock().toISOString();
      const { open, hours } = await lookAtDesk(store)(at);
      const waiting = await store.cases(['queued', 'ringing']);
      const held = await store.cases(['agent', 'waiting_user']);
      return {
        at,
        open,
        hours: hours ? sayHours(hours, at) : null,
        ...(await alertsOf(store)),
        agents: await agentsOf(work, at),
        held: held.map((record) => summaryOf(record, knowledge())),
        waiting: waiting.map(({ id, told, case: { lastOwner } }) => ({
          talk: id,
          rang: told.rang?.length ?? 0,
          lastOwner,
        })),
      };
    },
  );

  scope.get(
    '/wall/today',
    {
      onRequest: allow('supervisor'),
      schema: {
        tags: ['console'],
        summary: '今天的数字：对话、机器人解决、转人工、客服解决、留言',
        security: WITH_SESSION,
        response: { 200: TodaySchema, ...problems(401, 403) },
      },
    },
    async () => {
      const at = work.clock().toISOString();
      const day = chinaDay(at);
      const from = new Date(`${day}T00:00:00+08:00`).toISOString();
      const { waits, ...figures } = await work.store.dayFigures({ from, quietSince: later(at, -QUIET_MS) });
      return { day, ...figures, medianWait: medianOf(waits) };
    },
  );
}

async function agentsOf({ store, people }: Work, at: string) {
  const loads = await store.loads();
  const present = new Map((await store.presences()).map((one) => [one.agent, one]));
  return (await people.agents.list()).flatMap(({ id, number, name, role, disabledAt }) => {
    const one = present.get(id);
    if (!one || role === 'editor' || disabledAt !== null) return [];
    const { available, capacity, seenAt } = one;
    const isGone = msBetween(seenAt, at) >= PRESENCE_MS;
    return [{ agent: id, number, name, available, capacity, load: loads.get(id) ?? 0, seenAt, isGone }];
  });
}

function medianOf(waits: readonly number[]): number | null {
  const sorted = waits.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
