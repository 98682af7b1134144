import { z } from 'zod';
import { ReplySchema } from '../../schema/talk.ts';
import { NO_BODY } from '../fields.ts';

/** What editors are told of the content. Beside it: trial-schema.ts, rules-schema.ts and revision-schema.ts. */

const AddedIn = z.int().nullable().meta({ description: '哪次改动加的；随项目发布的没有' });

export const EntrySchema = z
  .object({
    number: z.int(),
    id: z.string(),
    title: z.string(),
    label: z.string().meta({ description: '按钮上的短标题' }),
    source: z.object({ title: z.string(), date: z.iso.date() }).readonly(),
    sections: z.array(z.object({ heading: z.string(), level: z.int(), text: z.string() }).readonly()).readonly(),
    questions: z
      .array(
        z
          .object({
            text: z.string(),
            voice: z.string().meta({ description: '问题文件里的小标题' }),
            also: z.array(z.int()).readonly().meta({ description: '同样能回答它的其他条目' }),
            own: z.boolean().meta({ description: '是在这里加的，不是随项目发布的' }),
            revision: AddedIn,
          })
          .readonly(),
      )
      .readonly(),
    checks: z
      .array(z.object({ id: z.string(), title: z.string() }).readonly())
      .readonly()
      .meta({ description: '回答之后能做的检查' }),
    errors: z.array(z.string()).readonly().meta({ description: '系统提示的原文，看到就一定是这一条' }),
    related: z.array(z.int()).readonly(),
    defects: z
      .array(z.object({ source: z.string(), shown: z.string(), why: z.string() }).readonly())
      .readonly()
      .meta({ description: '原文里已知的错误：原文、显示给用户的、为什么' }),
    reviewedAt: z.iso.date().nullable().meta({ description: '最近一次核对的日期' }),
    reviewedBy: z.string().nullable().meta({ description: '谁核对的' }),
  })
  .readonly()
  .meta({ id: 'ContentEntry', description: '一个条目' });

export const OutsideSchema = z
  .object({
    kind: z.string(),
    title: z.string().meta({ description: '这一类的中文名' }),
    shipped: z.int().meta({ description: '随项目发布的有多少个问题' }),
    own: z.array(z.object({ text: z.string(), revision: AddedIn }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'ContentOutside', description: '一类不归条目回答的问题' });

export const EntriesAnswer = z.object({
  entries: z.array(EntrySchema).readonly(),
  outside: z.array(OutsideSchema).readonly(),
});

export const PreviewAnswer = z.object({ replies: z.array(ReplySchema).readonly() });

export const GapGroupSchema = z
  .object({
    id: z.string().meta({ description: '由组里的问题算出；问题变了就变' }),
    size: z.int().meta({ description: '问过多少次，不算现在已经答得上的' }),
    covered: z.int().meta({ description: '其中多少次现在已经答得上；size 为 0 时整组都答得上' }),
    talks: z.int().meta({ description: '来自多少个不同的对话' }),
    lastAt: z.string(),
    examples: z
      .array(z.object({ text: z.string(), times: z.int(), covered: z.boolean() }).readonly())
      .max(5)
      .readonly(),
    texts: z.array(z.string()).readonly().meta({ description: '组里还答不上的问题，不重复；忽略和试加用' }),
    nearest: z
      .array(z.object({ entry: z.int(), title: z.string(), confidence: z.number() }).readonly())
      .max(3)
      .readonly()
      .meta({ description: '最接近的条目，confidence 是校准过的把握，0 到 1' }),
  })
  .readonly()
  .meta({ id: 'GapGroup', description: '意思相近的一组没有答上的问题' });

export const GapsAnswer = z.object({
  groups: z.array(GapGroupSchema).readonly().meta({ description: '次数多、时间近的在前；整组答得上的在最后' }),
  asked: z.int().meta({ description: '这段时间一共记下多少次' }),
  dismissed: z.int().meta({ description: '其中因为忽略而没有列出的次数' }),
  by: z.enum(['meaning', 'words']).meta({ description: '按句意分组，或者（没有编码器时）按字词' }),
});

export const RemindersAnswer = z.object({
  reminders: z
    .array(
      z
        .object({
          kind: z.enum(['entry', 'release', 'link', 'defect']),
          name: z.string().meta({ description: '条目的序号、平台（android、ios、harmony）或入口的名称' }),
          since: z.iso.date().nullable().meta({ description: '从哪天起没有核对或更新过；从来没有是 null' }),
          text: z.string().meta({ description: '要做什么，一句话' }),
        })
        .readonly(),
    )
    .readonly(),
});

/** GET /gaps */
export const GapsQuery = z.object({
  days: z.coerce
    .number({ error: 'days 要是整数。' })
    .int()
    .min(1, 'days 要在 1 到 365 之间。')
    .max(365, 'days 要在 1 到 365 之间。')
    .default(30),
});

/** POST /gaps/dismiss: the `texts` of a group. */
export const DismissBody = z.object(
  {
    texts: z.array(z.string().min(1).max(2_000)).min(1, '请选要忽略的问题。').max(2_000).readonly(),
    note: z.string().trim().max(500, '备注最多 500 个字。').exactOptional(),
  },
  NO_BODY,
);

/** POST /entries/:number/review */
export const ReviewBody = z.object(
  { note: z.string().trim().max(500, '备注最多 500 个字。').exactOptional() },
  NO_BODY,
);
