import { z } from 'zod';
import { outsideKinds } from '../../../knowledge/entry.ts';
import { NO_BODY } from '../fields.ts';

/** A trial of questions before they are published. */

const Texts = (least: number) =>
  z
    .array(z.string().trim().min(2, '每个问题至少 2 个字。').max(200, '每个问题最多 200 个字。'))
    .min(least, '请至少写一个问题。')
    .max(100, '一次最多 100 个问题。')
    .readonly();

const proposed = {
  texts: Texts(0).meta({ description: '要加的问题' }),
  remove: Texts(0).default([]).meta({ description: '要拿掉的，只能是在这里加过的' }),
};

/** POST /trials */
export const TrialBody = z
  .discriminatedUnion(
    'subject',
    [
      z.object({ subject: z.literal('similar'), entry: z.int().positive(), ...proposed }),
      z.object({ subject: z.literal('outside'), kind: z.enum(outsideKinds), ...proposed }),
    ],
    NO_BODY,
  )
  .refine(({ texts, remove }) => texts.length + remove.length > 0, '请至少写一个要加或要拿掉的问题。');

/** POST /trials answers 202 */
export const TrialBegun = z.object({ id: z.string() });

/** POST /trials/:id/publish; GET /trials/:id answers a Trial */
export const PublishBody = z.object(
  { note: z.string().trim().max(500, '备注最多 500 个字。').exactOptional() },
  NO_BODY,
);

const Figures = z
  .object({
    set: z.string().meta({ description: '题库：dev、fresh' }),
    inScope: z.int(),
    right: z.number().meta({ description: '有条目的题：答对的比例' }),
    helped: z.number().meta({ description: '有条目的题：答对，或反问里有对的' }),
    wrong: z.number().meta({ description: '有条目的题：答错的比例' }),
    notCovered: z.number().meta({ description: '有条目的题：说没有的比例' }),
    outOfScope: z.int(),
    declined: z.number().meta({ description: '没有条目的题：说没有的比例' }),
    answered: z.number().meta({ description: '没有条目的题：误答的比例' }),
    clarified: z.number().meta({ description: '没有条目的题：反问的比例' }),
  })
  .readonly()
  .meta({ id: 'EvalFigures', description: '在一个题库上的成绩，比例都是 0 到 1' });

const Measured = z
  .object({
    sets: z.array(Figures).readonly(),
    correct: z.number().meta({ description: '全部题里判断正确的比例' }),
  })
  .readonly()
  .meta({ id: 'EvalMeasured', description: '在全部题库上的成绩' });

const Decided = z
  .object({
    kind: z.enum(['answer', 'clarify', 'not-covered', 'other']),
    entries: z.array(z.int()).readonly().meta({ description: '回答的，或反问里的条目' }),
    confidence: z.number(),
  })
  .readonly();

export const TrialSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    by: z.string().meta({ description: '谁试的' }),
    subject: z.enum(['similar', 'outside']),
    name: z.string().meta({ description: '条目的序号，或类别' }),
    texts: z.array(z.string()).readonly().meta({ description: '要加的' }),
    remove: z.array(z.string()).readonly().meta({ description: '要拿掉的，只能是在这里加过的' }),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    share: z.number().meta({ description: '做完了多少，0 到 1' }),
    before: Measured.nullable(),
    after: Measured.nullable(),
    noise: z.number().nullable().meta({ description: '换一个随机种子，correct 也会这样上下；降得不超过它不算变差' }),
    wanted: z
      .array(z.object({ text: z.string(), now: Decided, asWanted: z.boolean() }).readonly())
      .readonly()
      .meta({ description: '要加的问题学过之后怎样判断' }),
    changed: z
      .array(
        z
          .object({
            set: z.string(),
            text: z.string(),
            should: z.array(z.int()).readonly().meta({ description: '正确的条目；空的是不该回答' }),
            before: Decided,
            after: Decided,
            effect: z.enum(['better', 'same', 'worse']),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: '题库里判断变了的题，变差的在前' }),
    passes: z.boolean().nullable().meta({ description: '能不能发布；没做完是 null' }),
    why: z.array(z.string()).readonly().meta({ description: '不能发布的原因，或失败的原因，每条一句话' }),
    published: z.int().nullable().meta({ description: '发布成了哪次改动' }),
  })
  .readonly()
  .meta({ id: 'Trial', description: '发布之前的试加：在题库上比较前后' });
