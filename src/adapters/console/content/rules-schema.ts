import { z } from 'zod';
import { isProvince } from '../../../diagnostics/provinces/names.ts';
import { parseVersion } from '../../../text/version.ts';
import { NO_BODY } from '../fields.ts';

/** The rules that operators fill in: links, newest APP versions, other sources for provinces. */

export const LinkSchema = z
  .object({ name: z.string(), url: z.string().nullable() })
  .readonly()
  .meta({ id: 'ContentLink', description: '一个入口的网址；没有填是 null' });

const Day = z.iso.date({ error: '日期要写成 2026-03-01 这样。' });

const Release = z
  .object({
    version: z
      .string({ error: '版本号要写成 6.13.0 这样。' })
      .trim()
      .refine((text) => parseVersion(text) !== undefined, '版本号要写成 6.13.0 这样，用点隔开的数字。'),
    date: Day.meta({ description: '哪天查到的' }),
    source: z.string().trim().min(1, '请写上在哪里查到的。').max(300, '来源最多 300 个字。'),
  })
  .readonly()
  .meta({ id: 'AppRelease', description: '一个平台上最新的阿里云APP' });

export const OtherSource = z
  .object({
    title: z.string().trim().min(1, '请写上来源的名称。').max(200, '来源的名称最多 200 个字。'),
    date: Day.meta({ description: '来源更新的日期' }),
    sentence: z.string().trim().min(1, '请照抄来源里的原句。').max(500, '原句最多 500 个字。'),
    provinces: z
      .array(z.string().refine(isProvince, '省份要写简称，例如 广东、内蒙古。'))
      .min(1, '请选一个省份。')
      .refine((list) => new Set(list).size === list.length, '同一个省份写了两遍。')
      .readonly(),
    required: z.boolean().meta({ description: '这个来源是否要求主体负责人为法定代表人' }),
  })
  .readonly()
  .meta({ id: 'OtherSource', description: '官方说明之外、有日期的来源' });

const ChangedIn = z.int().nullable().meta({ description: '最近一次改动；null 是随项目发布的样子' });

export const RulesAnswer = z.object({
  links: z.object({ revision: ChangedIn, items: z.array(LinkSchema).readonly() }).readonly(),
  releases: z
    .object({
      revision: ChangedIn,
      android: Release.nullable(),
      ios: Release.nullable(),
      harmony: Release.nullable(),
    })
    .readonly(),
  provinces: z
    .object({
      revision: ChangedIn,
      entry: z.int(),
      title: z.string(),
      date: z.iso.date(),
      sentence: z.string().meta({ description: '显示给用户的原句，已知的错误已经改正' }),
      shipped: z.array(z.string()).readonly().meta({ description: '官方说明列出的省份' }),
      defects: z.array(z.object({ source: z.string(), shown: z.string(), why: z.string() }).readonly()).readonly(),
      others: z.array(OtherSource).readonly(),
    })
    .readonly(),
});

/** Whoever sends the `base` they saw does not overwrite what another changed meanwhile. */
const changing = {
  base: z.int().nullable().exactOptional().meta({ description: '您看到的 revision；这期间别人改过就是 409' }),
  note: z.string().trim().max(500, '备注最多 500 个字。').exactOptional(),
};

const Url = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: '网址要以 http:// 或 https:// 开头。' })
  .max(500, '网址最多 500 个字。');

/** PUT /links: those that are left out stay as they are; null takes one away. */
export const LinksBody = z.object(
  {
    links: z
      .array(z.object({ name: z.string(), url: Url.nullable() }).readonly())
      .max(20)
      .readonly(),
    ...changing,
  },
  NO_BODY,
);

/** PUT /releases: all three; null where none is known. */
export const ReleasesBody = z.object(
  {
    releases: z
      .object({ android: Release.nullable(), ios: Release.nullable(), harmony: Release.nullable() })
      .readonly(),
    ...changing,
  },
  NO_BODY,
);

/** PUT /provinces: all other sources. */
export const ProvincesBody = z.object(
  { others: z.array(OtherSource).max(100, '最多 100 条。').readonly(), ...changing },
  NO_BODY,
);
