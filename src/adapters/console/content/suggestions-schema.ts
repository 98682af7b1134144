import { z } from 'zod';
import { NO_BODY } from '../fields.ts';

/** What resolved cases suggest. */

export const SuggestionSchema = z
  .object({
    entry: z.int(),
    title: z.string(),
    talks: z.int().meta({ description: '来自多少个不同的对话' }),
    lastAt: z.string(),
    texts: z
      .array(
        z
          .object({
            text: z.string(),
            times: z.int(),
            by: z.enum(['answer', 'card']).meta({ description: '客服发了这一条的回答，或者情况卡上是这一条' }),
            confidence: z.number().meta({ description: '现在有多大把握是这一条，0 到 1' }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Suggestion', description: '客服按一个条目解决了、机器人没有用它回答的问题' });

export const SuggestionsAnswer = z.object({
  suggestions: z.array(SuggestionSchema).readonly().meta({ description: '对话多的在前' }),
  cases: z.int().meta({ description: '看了多少个解决了的对话' }),
});

/** POST /suggestions/dismiss */
export const DismissSuggestion = z.object(
  {
    entry: z.int().positive(),
    texts: z.array(z.string().min(1).max(2_000)).min(1, '请选要忽略的问题。').max(2_000).readonly(),
    note: z.string().trim().max(500, '备注最多 500 个字。').exactOptional(),
  },
  NO_BODY,
);
