import { z } from 'zod';
import type { CaseState } from '../../../handoff/case.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { Summary } from './schema.ts';
import { summaryOf } from './summary-of.ts';
import { atDesk, type Work } from './work.ts';

const HELD: readonly CaseState[] = ['agent', 'waiting_user'];
const LISTS = {
  mine: HELD,
  open: ['queued', 'ringing', ...HELD, 'follow_up'],
  held: [...HELD, 'follow_up'],
  tickets: ['ticket'],
  closed: ['resolved', 'closed'],
} as const satisfies Record<string, readonly CaseState[]>;

type List = keyof typeof LISTS;

const Flag = z.string().exactOptional();
const Lists = z
  .object({ mine: Flag, open: Flag, held: Flag, tickets: Flag, closed: Flag })
  .refine((query) => Object.keys(query).length === 1, '要写明看哪一种：mine、open、held、tickets 或 closed。');
/** More than a desk has open at once. */
const MOST = 10_000;
/** Of those that are over, the latest. */
const LATEST = 500;

/** Conversations by what they are: mine, open, open but not waiting in the queue, 留言 (oldest first), the latest closed. */
export function talksRoute(scope: Http, work: Work): void {
  scope.get(
    '/talks',
    {
      schema: {
        tags: ['console'],
        summary: '对话列表：?mine、?open、?held（不含排队的）、?tickets，或 ?closed（最近的 500 个）',
        security: WITH_SESSION,
        querystring: Lists,
        response: { 200: z.object({ talks: z.array(Summary).readonly() }), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      const { id } = await atDesk(request, work);
      const [list = 'open'] = Object.keys(request.query) as List[];
      const filter =
        list === 'closed' ? { limit: LATEST, latest: true } : { limit: MOST, ...(list === 'mine' && { owner: id }) };
      const records = await work.store.cases(LISTS[list], filter);
      return { talks: records.map((record) => summaryOf(record, work.knowledge())) };
    },
  );
}
