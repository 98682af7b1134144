import { z } from 'zod';
import { asks, type Checked, type Diagnostic, type Finding } from './diagnostic.ts';
import { provinceNames } from './provinces/names.ts';
import { type ProvinceRules, shownSentence } from './provinces/rules.ts';

const WHERE_TO_SEE = '单位请看营业执照上的“住所”：住所在哪个省，备案主体就在哪个省。';

const input = z.object({
  /** Short name; absent where nobody knows it. */
  province: z
    .enum(provinceNames)
    .optional()
    .register(asks, {
      question: '备案主体（单位或个人）在哪个省、自治区或直辖市？',
      help: WHERE_TO_SEE,
      lastResort: provinceNames.map((province) => ({ label: province, means: { province } })),
    }),
});

type Facts = z.output<typeof input>;
type Judged = Omit<Finding, 'entry'>;

/** Must the head of the filing party be the legal representative there (entry 9)? */
export function provinceRule(rules: ProvinceRules): Diagnostic<typeof input> {
  return {
    id: 'province',
    title: '查查所在省份的负责人要求',
    starts: 'with-answer',
    input,
    run({ province }): Checked {
      const finding = { ...judge(rules, province), entry: rules.faq.entry };
      return { verdict: finding.verdict, findings: [finding] };
    },
    next: ({ province }: Facts) => (province === undefined ? 'province' : undefined),
  };
}

function judge(rules: ProvinceRules, province: string | undefined): Judged {
  if (province === undefined) return unknown();
  if (rules.faq.provinces.includes(province)) return required(rules, province);
  const other = rules.others
    .filter(({ provinces }) => provinces.includes(province))
    .sort((a, b) => b.date.localeCompare(a.date))[0];
  return other ? elsewhere(rules, province, other) : notListed(rules, province);
}

const USE_LEGAL = '请确保填写的主办单位负责人信息为法定代表人的信息，并上传法定代表人的证件资料。';
const USE_SAME = '请确保填写的主办单位负责人信息与上传的证件资料严格一致。如信息无误，建议您多次尝试提交资料。';

function required({ faq, link }: ProvinceRules, province: string): Judged {
  return {
    verdict: 'legal-rep-required',
    severity: 'notice',
    evidence: `按官方说明，${province}要求主体负责人必须为法定代表人。\n\n《${faq.title}》（${faq.date} 更新）里写着：“${shownSentence(faq)}”`,
    advice: `${USE_LEGAL}\n\n现在的规则，可以在“${link}”里单击${province}的链接核对。`,
  };
}

function notListed({ faq, link }: ProvinceRules, province: string): Judged {
  return {
    verdict: 'not-on-list',
    severity: 'notice',
    evidence: `《${faq.title}》（${faq.date} 更新）列出的 ${faq.provinces.length} 个省、自治区、直辖市里没有${province}。没有列出，不等于不要求。\n\n里面写着：“${shownSentence(faq)}”`,
    advice: `请在“${link}”里单击${province}的链接，看主体负责人是否必须为法定代表人：\n\n- 要求的：${USE_LEGAL}\n- 未要求的：${USE_SAME}`,
  };
}

function elsewhere({ faq, link }: ProvinceRules, province: string, other: ProvinceRules['others'][number]): Judged {
  return {
    verdict: 'other-source',
    severity: 'notice',
    evidence: `《${faq.title}》（${faq.date} 更新）没有列出${province}。《${other.title}》（${other.date} 更新）里写着：“${other.sentence}”`,
    advice: `${other.required ? USE_LEGAL : USE_SAME}\n\n请在“${link}”里单击${province}的链接核对。`,
  };
}

function unknown(): Judged {
  return {
    verdict: 'province-unknown',
    severity: 'notice',
    evidence: '还不知道备案主体在哪个省份。',
    advice: WHERE_TO_SEE,
  };
}
