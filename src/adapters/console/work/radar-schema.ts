import { z } from 'zod';
import { NO_BODY } from '../fields.ts';

/** What consoles are told of incidents and announcements. */
export const IncidentSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['entry', 'error']),
    entry: z.int().nullable().meta({ description: '条目的编号；错误提示不属于任何条目时是 null' }),
    error: z.string().nullable(),
    label: z.string().meta({ description: '条目的名字，或者提示的原文' }),
    count: z.int().meta({ description: '最近 1 小时里问到的对话' }),
    peak: z.int(),
    usual: z.number().meta({ description: '平时 1 小时里的对话' }),
    since: z.string(),
    endedAt: z.string().nullable(),
    askers: z.int().meta({ description: '从开始到现在问过的对话；不含被屏蔽的访客' }),
  })
  .readonly()
  .meta({ id: 'Incident', description: '最近 1 小时里，问同一件事的人至少是平时的三倍' });

export const AnnouncementSchema = z
  .object({
    id: z.string(),
    incident: z.string().nullable(),
    entry: z.int().nullable(),
    error: z.string().nullable(),
    label: z.string(),
    text: z.string(),
    shown: z.string().meta({ description: '用户看到的样子，有限的 Markdown' }),
    by: z.string(),
    byName: z.string().nullable(),
    at: z.string(),
    until: z.string(),
    endedAt: z.string().nullable(),
    running: z.boolean(),
    sending: z.enum(['no', 'under-way', 'done']).meta({ description: '有没有发给问过的人' }),
    answered: z.int().meta({ description: '在回答前看到的对话' }),
    sent: z.int().meta({ description: '补发到的对话' }),
    left: z.int().meta({ description: '问过、还没看到的对话' }),
  })
  .readonly()
  .meta({ id: 'Announcement', description: '放在回答前面的公告' });

export const RadarSchema = z.object({
  incidents: z.array(IncidentSchema).readonly(),
  announcements: z.array(AnnouncementSchema).readonly(),
  heading: z.string().meta({ description: '现在发布的公告，用户看到的第一行' }),
});

export const NewAnnouncement = z
  .object(
    {
      incident: z.string().exactOptional(),
      entry: z.int().min(1).exactOptional(),
      error: z.string().min(1).exactOptional(),
      text: z
        .string({ error: '请写公告的内容。' })
        .trim()
        .refine((text) => text.length > 0, '请写公告的内容。')
        .refine((text) => [...text].length <= 300, '公告最多 300 个字，请删减。'),
      minutes: z
        .int({ error: '时长要是整数分钟。' })
        .min(5, '公告至少要放 5 分钟。')
        .max(24 * 60, '公告最多放 24 小时。')
        .default(60),
    },
    NO_BODY,
  )
  .refine(
    ({ incident, entry, error }) => [incident, entry, error].filter((one) => one !== undefined).length === 1,
    '请指定一件事：incident、entry 或 error 中的一个。',
  );
