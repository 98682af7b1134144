import { z } from 'zod';
import { asks, type Checked, type Diagnostic, type Finding } from './diagnostic.ts';

const ENTRY = 8;
/** So many failures after the advice was given are enough (product rule). */
const ENOUGH = 2;

export const SELF = '是网站负责人本人';
export const NOT_SELF = '不是本人';

const input = z.object({
  /** Whether the person at the camera is the 网站负责人 of this filing in person. */
  inPerson: z.boolean().register(asks, {
    question: '正在刷脸的，是这次备案的网站负责人本人吗？',
    choices: [SELF, NOT_SELF],
    help: '网站负责人是谁，可以在PC端的备案订单里看“网站负责人姓名”。刷脸的人要和它是同一个人。',
  }),
  /** Failures in this conversation. */
  faceAttempts: z.int().min(0).default(1),
  /** Failures since our advice was given; all of them where the person had followed it before. */
  failuresAfterAdvice: z.int().min(0).default(0),
});

/** The ladder of entry 8: in person? enough light? again? then 人工审核 and a person of ours. `advice` is our own, from data/rules. */
export function faceVerification(advice: readonly string[]): Diagnostic<typeof input> {
  return { id: 'face-verification', title: '人脸核验一步步排查', input, run: (facts) => run(facts, advice) };
}

function run(
  { inPerson, faceAttempts, failuresAfterAdvice }: z.output<typeof input>,
  advice: readonly string[],
): Checked {
  if (!inPerson) {
    return checked({
      verdict: 'face-not-self',
      severity: 'blocker',
      evidence: '刷脸的不是网站负责人本人。',
      advice:
        '人脸核验要由本次备案的网站负责人本人来做，别人代替不了，重试也不会通过。请让本人操作；人在外地的，可以把上传资料页面的二维码发给他，用阿里云APP扫码后核验。',
      retryable: false,
    });
  }
  if (failuresAfterAdvice >= ENOUGH) {
    return checked({
      verdict: 'offer-human',
      severity: 'problem',
      evidence: `本人操作，已经失败 ${faceAttempts} 次。`,
      advice:
        '请根据系统提示操作，转为人工审核。需要我们的人工客服帮您看，也可以点“转人工”，我会把已知的情况一起带过去。',
      retryable: false,
    });
  }
  return checked({
    verdict: 'face-retry',
    severity: 'notice',
    evidence: faceAttempts > 0 ? `本人操作，失败 ${faceAttempts} 次。` : '本人操作。',
    advice: `请在光线充足的情况下再次核验。\n\n建议（本助手的经验，不是官方要求）：${advice.join('；')}。`,
    retryable: true,
  });
}

function checked(finding: Omit<Finding, 'entry'>): Checked {
  return { verdict: finding.verdict, findings: [{ ...finding, entry: ENTRY }] };
}
