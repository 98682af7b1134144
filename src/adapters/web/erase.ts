import { z } from 'zod';
import { talkKey } from '../../bot/message.ts';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { recordOf } from './authenticate.ts';
import type { Web } from './web.ts';

const Receipt = z.object({
  erased: z.object({ messages: z.int(), pictures: z.int(), cases: z.int() }),
  at: z.string(),
});

/** Erases the talk and everything of it; afterwards its token opens nothing. Waits for the turn under way. */
export function eraseRoute(app: Http, web: Web): void {
  app.delete(
    '',
    {
      schema: {
        tags: ['talks'],
        summary: '删除这个对话的全部数据，得到一张回执',
        security: WITH_TOKEN,
        response: { 200: Receipt, ...problems(401) },
      },
    },
    async (request) => {
      const { id, talk } = recordOf(request);
      const at = web.clock().toISOString();
      const erased = await web.lock.run(talkKey(talk), async () => {
        // First, since afterwards the token that asks for it is gone.
        const pictures = await web.vault.erase(id);
        return { ...(await web.store.erase(id, at)), pictures };
      });
      web.bus.publish(id);
      return { erased, at };
    },
  );
}
