import { z } from 'zod';
import { isProvince } from './names.ts';

const province = z.string().refine(isProvince, '要写省份的简称，如 广东、内蒙古');
const provinces = z
  .array(province)
  .min(1)
  .refine((list) => new Set(list).size === list.length, '同一个省份写了两遍')
  .readonly();

/** A sentence of a source, word for word, and the day the source was last updated. */
const quoted = { title: z.string().min(1), date: z.iso.date(), sentence: z.string().min(1), provinces };

/** `data/rules/provinces.json`: where the head of the filing party must be the legal representative. */
export const ProvinceRules = z
  .object({
    faq: z.object({
      ...quoted,
      entry: z.int().positive(),
      /** Mistakes of the source: `source` stands in its sentence, `shown` is what people are shown instead. */
      defects: z.array(z.object({ source: z.string().min(1), shown: z.string(), what: z.string().min(1) })).readonly(),
    }),
    /** Where the rule of each province is to be looked up, as the source calls it. */
    link: z.string().min(1),
    /** What other dated sources say of provinces that the FAQ does not list. */
    others: z.array(z.object({ ...quoted, required: z.boolean() })).readonly(),
  })
  .refine(({ faq }) => faq.defects.every(({ source }) => faq.sentence.includes(source)), {
    path: ['faq', 'defects'],
    message: '原句里没有这段文字',
  })
  .refine(({ faq }) => faq.provinces.every((name) => shownSentence(faq).includes(name)), {
    path: ['faq', 'provinces'],
    message: '原句里没有这个省份',
  });
export type ProvinceRules = z.output<typeof ProvinceRules>;

/** The FAQ's sentence as people are shown it: with its mistakes put right. */
export function shownSentence({
  sentence,
  defects,
}: {
  readonly sentence: string;
  readonly defects: readonly { readonly source: string; readonly shown: string }[];
}): string {
  return defects.reduce((text, { source, shown }) => text.replace(source, shown), sentence).replaceAll(',', '，');
}
