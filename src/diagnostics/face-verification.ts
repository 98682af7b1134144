import { z } from 'zod';
import { asks, type Diagnostic, type Finding } from './diagnostic.ts';
import { ownAdvice } from './own-advice.ts';

const ENTRY = 8;
/** So many failures after the advice was given are enough (product rule). */
const ENOUGH = 2;

const SELF = '是网站负责人本人';
const NOT_SELF = '不是本人';
const SELF_SAID = /^(?:是的?|对的?|嗯|没错|就是|本人|自己|我|yes|yeah|啊)+(?!啊)(?:的|啊|呀|呢|了|哦)*[。.!！]*$/;
const NOT_SELF_SAID = /^(?:不是|不是的|不是我|否|别人|不是他|不|no|没有)+(?:的|啊|呀|呢|了|哦)*[。.!！]*$/;

const input = z.object({
  /** Whether the person at the camera is the 网站负责人 of this filing in person; absent where nobody said. */
  inPerson: z
    .boolean()
    .optional()
    .register(asks, {
      question: '正在刷脸的，是这次备案的网站负责人本人吗？',
      choices: [
        { label: SELF, means: { inPerson: true }, says: SELF_SAID },
        { label: NOT_SELF, means: { inPerson: false }, says: NOT_SELF_SAID },
      ],
      help: '网站负责人是谁，可以在PC端的备案订单里看“网站负责人姓名”。刷脸的人要和它是同一个人。',
    }),
  /** Failures in this conversation. */
  faceAttempts: z.int().min(0).default(0),
  /** Failures since our advice was given, all of them where the person had followed it before; absent before it was. */
  failuresAfterAdvice: z.int().min(0).optional(),
});

type Facts = z.output<typeof input>;

/** The ladder of entry 8: in person? enough light? again? then 人工审核 and a person of ours. `advice` is our own, from data/rules. */
export function faceVerification(advice: readonly string[]): Diagnostic<typeof input> {
  return {
    id: 'face-verification',
    title: '人脸核验一步步排查',
    starts: 'with-answer',
    input,
    next: ({ inPerson, failuresAfterAdvice }) =>
      inPerson === undefined && Number(failuresAfterAdvice ?? 0) < ENOUGH ? 'inPerson' : undefined,
    run(facts) {
      const finding = { ...judge(facts, advice), entry: ENTRY };
      return { verdict: finding.verdict, findings: [finding] };
    },
  };
}

function judge(facts: Facts, advice: readonly string[]): Omit<Finding, 'entry'> {
  if (facts.inPerson === false) return notSelf();
  return (facts.failuresAfterAdvice ?? 0) >= ENOUGH ? offerHuman(facts) : retry(facts, advice);
}

function notSelf(): Omit<Finding, 'entry'> {
  return {
    verdict: 'face-not-self',
    severity: 'blocker',
    evidence: '刷脸的不是网站负责人本人。',
    advice:
      '人脸核验要由本次备案的网站负责人本人来做，别人代替不了，重试也不会通过。请让本人操作；人在外地的，可以把上传资料页面的二维码发给他，用阿里云APP扫码后核验。',
    retryable: false,
  };
}

function offerHuman({ inPerson, faceAttempts }: Facts): Omit<Finding, 'entry'> {
  const who = inPerson ? '本人操作，' : '';
  return {
    verdict: 'offer-human',
    severity: 'problem',
    evidence: `${who}人脸核验已经失败 ${faceAttempts} 次。`,
    advice: `${inPerson ? '' : '如果刷脸的就是网站负责人本人：'}请根据系统提示操作，转为人工审核。`,
    retryable: false,
    handoff: 'face_unresolved',
  };
}

function retry(
  { inPerson, faceAttempts, failuresAfterAdvice }: Facts,
  advice: readonly string[],
): Omit<Finding, 'entry'> {
  const who = inPerson ? '本人操作，这一步没有问题' : '还不知道是不是本人操作';
  return {
    verdict: 'face-retry',
    severity: 'notice',
    evidence: faceAttempts > 0 ? `${who}；已经失败 ${faceAttempts} 次。` : `${who}。`,
    advice:
      failuresAfterAdvice === undefined
        ? `请在光线充足的情况下再次核验。\n\n${ownAdvice(advice)}`
        : '请在光线充足的情况下，照上面的建议再核验一次。没有通过的话，回来告诉我。',
    retryable: true,
  };
}
