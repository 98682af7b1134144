import { z } from 'zod';
import { only } from './answers/only.ts';
import { documents, isOfHead } from './checklist/documents.ts';
import { AUXILIARY, complete, missingFindings, thenAgain } from './checklist/findings.ts';
import { uploadedChoices, uploadedOneChoices } from './checklist/uploaded-choices.ts';
import { asks, type Diagnostic, type Known } from './diagnostic.ts';

export { type Document, documents } from './checklist/documents.ts';

const input = z.object({
  /** What stands on the upload page as uploaded. */
  uploaded: z.array(z.enum(documents)).register(asks, {
    question: '基本资料有三样：主体负责人证件、网站负责人证件、主办单位证件。上传资料页面上，哪些已经有图片了？',
    choices: uploadedChoices,
    lastResort: uploadedOneChoices,
    help: '请用阿里云APP扫描PC端“上传资料”页面的二维码，进入上传资料页面，一样一样往下看：有图片的是传了，没有图片的是还没传。',
  }),
  /** Whether 主体负责人 and 网站负责人 are the same person. */
  sameHead: z
    .boolean()
    .optional()
    .register(asks, {
      question: '主体负责人和网站负责人，填的是同一个人吗？',
      choices: [
        {
          label: '是同一个人',
          means: { sameHead: true },
          says: only(
            '(?:是|对|嗯+|没错|相同|一样|yes|same)',
            '(?:对,?)?(?:同)?一个人',
            '(?:对,?)?同一(?:个|位|人)',
            '(?:两(?:个|位)?|全部?)?(?:都|(?:填|写)的?都?)是?(?:填|写)?的?是?(?:我|他|她|老板|法人|本人)(?:自己|本人|一个人)?',
            '(?:一|1)(?:个)?人(?:兼|担|当|填)?(?:两|2)(?:个|职|角)?(?:角色|职务?|负责人)?',
          ),
        },
        {
          label: '不是同一个人',
          means: { sameHead: false },
          says: only(
            '(?:不是|不|否|不对|不同|不一样|不相同|no|not)',
            '不是?同?一个?人',
            '不是?同一(?:个|位)',
            '不同的?(?:两个)?人',
            '(?:分别是)?(?:两|2)个(?:不同的?)?人',
            '(?:各|分)(?:是|填)?各的?',
            '分开的?',
            '(?:填的是)?两个名字',
          ),
        },
      ],
      help: '请看PC端填写的备案信息：主体负责人和网站负责人的姓名一样，就是同一个人。',
    }),
  /** Who files. */
  subject: z
    .enum(['unit', 'person'])
    .optional()
    .register(asks, {
      question: '这次是单位备案，还是个人备案？',
      choices: [
        {
          label: '单位备案',
          means: { subject: 'unit' },
          says: only(
            '(?:(?:以|用)?(?:公司|单位|企业|机构|学校|医院|协会|工作室|政府|事业单位|社会团体|合作社|个体户?|个体工商户)(?:的)?(?:名义)?)(?:备案|办|申请)?',
            '有(?:营业)?执照',
            '不是个人',
          ),
        },
        {
          label: '个人备案',
          means: { subject: 'person' },
          says: only(
            '(?:(?:以|用)?(?:我)?(?:个人|自己|本人|私人)(?:的)?(?:名义)?)(?:备案|办|申请|网站|博客)?',
            '没有?(?:公司|单位|(?:营业)?执照)',
            '不是(?:公司|单位|企业)',
          ),
        },
      ],
      help: '请看PC端填写的备案信息：主办单位写的是单位名称的，是单位备案；写的是您自己姓名的，是个人备案。',
    }),
});

/** What this case still has to upload (entries 3 and 10). The same person in two roles uploads twice. */
export const uploadChecklist: Diagnostic<typeof input> = {
  id: 'upload-checklist',
  title: '看看还缺哪些资料',
  starts: 'on-request',
  input,
  next,
  run({ uploaded, ...filing }) {
    const missing = documents.filter((document) => !uploaded.includes(document));
    if (missing.length === 0) return { verdict: 'complete', findings: [complete(filing)], cards: [AUXILIARY] };
    return {
      verdict: 'missing',
      findings: missingFindings(missing, filing),
      cards: [`${thenAgain(missing)}\n\n${AUXILIARY}`],
    };
  },
};

/** Whether both heads are one person matters unless only the party's own document is missing; who files matters only then. */
function next({ uploaded, sameHead, subject }: Known): string | undefined {
  if (!Array.isArray(uploaded)) return 'uploaded';
  const missing = documents.filter((document) => !uploaded.includes(document));
  const heads = missing.length === 0 || missing.some(isOfHead);
  if (heads && sameHead === undefined) return 'sameHead';
  return missing.includes('主办单位证件') && subject === undefined ? 'subject' : undefined;
}
