import { z } from 'zod';
import { answerText } from '../../../bot/answer-text.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import type { Work } from './work.ts';

const Ready = z
  .object({
    key: z.string().meta({ description: '输入 / 后用来查找的词' }),
    text: z.string(),
    entry: z.int().nullable().meta({ description: '来自哪一条；团队自己的是 null' }),
  })
  .readonly();

type Canned = readonly { readonly key: string; readonly text: string }[];

/** Replies that agents need not type: the team's own, then one for each entry. */
export function repliesRoute(scope: Http, work: Work): void {
  scope.get(
    '/replies',
    {
      schema: {
        tags: ['console'],
        summary: '快捷回复：团队自己的，和每个条目的答案',
        security: WITH_SESSION,
        response: { 200: z.object({ replies: z.array(Ready).readonly() }), ...problems(401, 403) },
      },
    },
    async () => {
      const own = ((await work.store.setting('canned')) ?? []) as Canned;
      const entries = [...(work.knowledge()?.entries().values() ?? [])];
      return {
        replies: [
          ...own.map((reply) => ({ ...reply, entry: null })),
          ...entries.map((entry) => ({ key: entry.label, text: answerText(entry, {}), entry: entry.number })),
        ],
      };
    },
  );
}
