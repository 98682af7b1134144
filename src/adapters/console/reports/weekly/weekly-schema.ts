import { z } from 'zod';
import { GapGroupSchema, RemindersAnswer } from '../../content/schema.ts';
import { SuggestionSchema } from '../../content/suggestions-schema.ts';
import { ReportSchema } from '../schema.ts';

const Count = z.int().min(0);
const Day = z.iso.date();
const By = z.enum(['meaning', 'words']).meta({ description: '按句意归组，或者（没有编码器时）按字词' });
const Examples = z.array(z.object({ text: z.string(), times: Count }).readonly()).readonly();
const { entries, reasons, response, resolution, endings, feedback, ratings } = ReportSchema.unwrap().shape;

export const OUTCOMES = [
  'answer',
  'finding',
  'clarify',
  'not-covered',
  'ask',
  'handoff',
  'handoff-offered',
  'declined',
  'refuse',
  'smalltalk',
] as const;

/** What only those are told who may see conversations: texts that people said, and how cases went. */
const ofConversations = {
  asked: z
    .object({
      groups: z
        .array(z.object({ times: Count, talks: Count, examples: Examples, entry: z.int().nullable() }).readonly())
        .readonly(),
      asked: Count.meta({ description: '一共问了多少次' }),
      grouped: Count.meta({ description: '其中归了组的次数：最常问的 1000 种说法' }),
      by: By,
    })
    .readonly()
    .meta({ description: '用户自己的话问了什么，意思相近的归在一组' }),
  cases: z.object({ reasons, response, resolution, endings, ratings }).readonly().meta({ description: '转人工的情况' }),
};

const Weekly = z.object({
  week: z.string().meta({ description: 'ISO 8601 的周，例如 2026-W47' }),
  from: Day,
  to: Day,
  before: z.object({ from: Day, to: Day }).readonly(),
  over: z.boolean().meta({ description: '这一周已经过完' }),
  day: Day.meta({ description: '读数的日期；条目的新旧按这天算' }),
  turns: z
    .object({
      rows: z.array(z.object({ outcome: z.enum(OUTCOMES), now: Count, before: Count }).readonly()).readonly(),
      total: z.object({ now: Count, before: Count }).readonly(),
    })
    .readonly()
    .meta({ description: '机器人的回合，按结果' }),
  entries,
  gaps: z
    .object({
      groups: z.array(GapGroupSchema).readonly(),
      asked: Count,
      before: Count,
      dismissed: Count,
      by: By,
    })
    .readonly()
    .meta({ description: '没有答上的问题' }),
  unhelpful: z
    .array(
      z
        .object({
          entry: z.int(),
          label: z.string().nullable(),
          answers: Count.meta({ description: '用它回答了多少回' }),
          votes: Count.meta({ description: '用户说没帮助' }),
          persons: Count.meta({ description: '接着就找人工' }),
          again: Count.meta({ description: '接着又问同一件事' }),
          examples: z
            .array(z.object({ text: z.string(), why: z.enum(['vote', 'person', 'again']) }).readonly())
            .readonly()
            .meta({ description: '当时的问题；编辑看到的是空的' }),
        })
        .readonly(),
    )
    .readonly()
    .meta({ description: '没帮上忙的回答，按条目' }),
  feedback,
  old: z
    .object({
      entries: z
        .array(
          z
            .object({
              entry: z.int(),
              label: z.string(),
              dated: Day.meta({ description: '来源的日期' }),
              reviewed: Day.nullable().meta({ description: '上次核对' }),
              days: Count.meta({ description: '来源更新或上次核对，到读数那天多少天' }),
              due: z.boolean(),
            })
            .readonly(),
        )
        .readonly(),
      reminders: RemindersAnswer.shape.reminders,
    })
    .readonly()
    .meta({ description: '条目有多旧，最旧的在前；该核对的' }),
  suggestions: z.array(SuggestionSchema).readonly().meta({ description: '这一周解决的对话里，建议加到条目的问法' }),
});

/** GET /content/weekly. Editors get it without the parts of conversations. */
export const WeeklySchema = Weekly.extend({
  asked: ofConversations.asked.nullable(),
  cases: ofConversations.cases.nullable(),
})
  .readonly()
  .meta({ id: 'Weekly', description: '一周的学习报告，带着前一周' });

export type Weekly = z.output<typeof WeeklySchema>;
