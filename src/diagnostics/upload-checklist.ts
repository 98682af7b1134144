import { z } from 'zod';
import { asks, type Checked, type Diagnostic, type Finding } from './diagnostic.ts';

/** The basic documents of entry 10; each person's card has two sides. */
export const documents = ['主体负责人证件', '网站负责人证件', '主办单位证件'] as const;
export type Document = (typeof documents)[number];

const input = z.object({
  /** Whether 主体负责人 and 网站负责人 are the same person. */
  sameHead: z.boolean().register(asks, {
    question: '主体负责人和网站负责人是同一个人吗？',
    choices: ['是同一个人', '不是同一个人'],
    help: '两个角色的姓名都写在PC端的备案订单里，姓名一样就是同一个人。',
  }),
  /** What stands on the upload page as uploaded. */
  uploaded: z.array(z.enum(documents)).register(asks, {
    question: '上传资料页面上，哪些已经传好了？',
    choices: [...documents, '都没有', '都传了'],
    help: '请在阿里云APP里打开上传资料页面，逐项看有没有图片；没有图片的就是还没传。',
  }),
});

/** What this case still has to upload (entries 3 and 10). The same person in two roles uploads twice. */
export const uploadChecklist: Diagnostic<typeof input> = {
  id: 'upload-checklist',
  title: '看看还缺哪些资料',
  input,
  run({ sameHead, uploaded }): Checked {
    const missing = documents.filter((document) => !uploaded.includes(document));
    if (missing.length === 0) {
      return {
        verdict: 'complete',
        findings: [
          {
            verdict: 'complete',
            severity: 'ok',
            evidence: '三类基本资料都已上传。',
            advice:
              '如果仍然提示资料不全，请用阿里云APP重新扫描PC端上传资料页面的二维码，重新上传一次。页面上还列出授权书等辅助资料的，也要传。',
            entry: 3,
            retryable: true,
          },
        ],
      };
    }
    return { verdict: 'missing', findings: missing.map((document) => lacking(document, sameHead)) };
  },
};

function lacking(document: Document, sameHead: boolean): Finding {
  const twice =
    sameHead && document !== '主办单位证件' ? '两个负责人是同一个人，也要在两个位置各传一次，正面和反面都要。' : '';
  const sides = !sameHead && document !== '主办单位证件' ? '正面和反面都要。' : '';
  return {
    verdict: 'missing',
    severity: 'problem',
    evidence: `还缺${document}。`,
    advice: `${twice}${sides}请用阿里云APP重新扫描PC端上传资料页面的二维码，把页面显示的资料传全。`,
    entry: 3,
    retryable: true,
  };
}
