import type { ProvinceRules } from './rules.ts';

/** The answer to 哪些省要求: all of them with their number, and what a province beside them means. */
export function listed({ faq, link }: ProvinceRules): string {
  return [
    `要求主体负责人必须为法定代表人的，官方说明（${faq.date} 更新）列出了 ${faq.provinces.length} 个省、自治区、直辖市：`,
    faq.provinces.join('、'),
    `没有列出的，不等于不要求：请在“${link}”里单击对应省份的链接查看。`,
  ].join('\n\n');
}

/** Said to whoever asks why the source seems to name more: 原文列了 19 处，其中湖北写了两遍. Empty where it has no mistakes. */
export function explained({ faq }: ProvinceRules): string {
  return faq.defects.map(({ what }) => what).join('\n\n');
}
