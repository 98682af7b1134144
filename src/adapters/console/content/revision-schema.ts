import { z } from 'zod';
import { SUBJECTS } from '../../content/subject.ts';
import { NO_BODY } from '../fields.ts';

/** What was changed, and taking it back. */

export const RevisionSchema = z
  .object({
    id: z.int(),
    at: z.string(),
    who: z.string().meta({ description: '谁改的，称呼' }),
    subject: z.enum(SUBJECTS),
    name: z.string().nullable().meta({ description: '条目的序号、类别；其他的是 null' }),
    title: z.string().meta({ description: '改的是什么，一句话' }),
    before: z.unknown().meta({ description: '改之前的值；没有是 null' }),
    after: z.unknown(),
    note: z.string().nullable(),
    undoes: z.int().nullable().meta({ description: '它撤销的是哪次改动' }),
    undone: z.boolean().meta({ description: '已经被撤销' }),
    undoable: z.boolean().meta({ description: '现在能不能撤销' }),
  })
  .readonly()
  .meta({ id: 'Revision', description: '一次改动' });

export const RevisionsAnswer = z.object({ revisions: z.array(RevisionSchema).readonly() });

/** What a change is answered with. */
export const ChangedAnswer = z.object({
  revision: RevisionSchema,
  applied: z.boolean().meta({ description: '已经生效；false 是正在后台重新学习，学完自动生效' }),
});

/** GET /revisions: newest first. */
export const RevisionsQuery = z.object({
  before: z.coerce.number({ error: 'before 要是整数。' }).int().positive().optional(),
  limit: z.coerce.number({ error: 'limit 要是整数。' }).int().min(1).max(200, 'limit 最大 200。').default(50),
  subject: z.enum(SUBJECTS, { error: `subject 要是 ${SUBJECTS.join('、')} 中的一个。` }).optional(),
});

/** POST /revisions/:id/undo */
export const UndoBody = z.object({ note: z.string().trim().max(500, '备注最多 500 个字。').exactOptional() }, NO_BODY);
