import { z } from 'zod';
import { asWaiting } from '../../../bot/desk-view.ts';
import { inOrder } from '../../../handoff/queue.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { Waiting } from './schema.ts';
import { summaryOf } from './summary-of.ts';
import { atDesk, type Work } from './work.ts';

/** Who waits, in the order they are served. */
export async function queueOf({ store, knowledge, clock }: Pick<Work, 'store' | 'knowledge' | 'clock'>) {
  const records = await store.cases(['queued', 'ringing']);
  const byTalk = new Map(records.map((record) => [record.id, record]));
  return inOrder(records.map(asWaiting), clock().toISOString()).flatMap(({ talk }, at) => {
    const record = byTalk.get(talk);
    return record ? [{ ...summaryOf(record, knowledge()), position: at + 1 }] : [];
  });
}

export function queueRoute(scope: Http, work: Work): void {
  scope.get(
    '/queue',
    {
      schema: {
        tags: ['console'],
        summary: '排队的对话，先接待的在前',
        security: WITH_SESSION,
        response: { 200: z.object({ talks: z.array(Waiting).readonly() }), ...problems(401, 403) },
      },
    },
    async (request) => {
      await atDesk(request, work);
      return { talks: await queueOf(work) };
    },
  );
}
