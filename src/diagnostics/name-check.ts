import { z } from 'zod';
import { asks, type Checked, type Diagnostic, type Finding } from './diagnostic.ts';
import type { Difference } from './names/layer.ts';
import { otherKind } from './names/other-kind.ts';
import { peel } from './names/peel.ts';
import { remaining } from './names/remaining.ts';

/** At most 100 characters, at least one of them no space; spaces around count, so nothing is trimmed. */
const name = () => z.string().max(100).regex(/\S/);

const input = z.object({
  typedName: name().register(asks, {
    question: '您在系统里填写的姓名（或单位名称）是什么？请原样发给我。',
    help: '在 PC 端打开填写的备案信息，把姓名那一栏原样复制过来就行。',
  }),
  documentName: name().register(asks, {
    question: '证件上印的姓名（单位看营业执照上的名称）是什么？请照着证件打。',
    help: '个人看身份证有照片那一面的“姓名”，单位看营业执照上的“名称”。',
  }),
  /** Whether the message was about the 工商 registry (entry 9), not about the person's own document (entry 7). */
  registry: z.boolean().default(false),
});

/** Does the name typed match the one on the document, character by character? */
export const nameCheck: Diagnostic<typeof input> = {
  id: 'name-check',
  title: '核对姓名写法',
  input,
  run({ typedName, documentName, registry }): Checked {
    const differences = typedName === documentName ? [] : compare(typedName, documentName);
    const findings = differences.length > 0 ? differences.map((one) => differs(one, registry)) : [matches(registry)];
    return { verdict: findings[0]?.verdict ?? 'names-match', findings };
  },
};

/** Blanks around the document's name, and between its Chinese characters, are how it is printed. */
function compare(typed: string, printed: string): readonly Difference[] {
  const document = printed.trim().replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  const kind = otherKind({ typed, document });
  if (kind) return [kind];
  const { differences, rest } = peel({ typed, document });
  return [...differences, ...remaining(rest)];
}

function differs({ evidence, advice }: Difference, registry: boolean): Finding {
  const then = registry ? '在PC端修改后，重新回到阿里云APP端上传资料。' : '填写的要和证件上完全一致。';
  return {
    verdict: 'names-differ',
    severity: 'problem',
    evidence,
    advice: `${advice}${then}`,
    entry: registry ? 9 : 7,
    retryable: true,
  };
}

function matches(registry: boolean): Finding {
  return {
    verdict: 'names-match',
    severity: 'ok',
    evidence: '您填写的名字和证件上的逐字一致。',
    advice: registry
      ? '请再确认填写的主办单位负责人是不是法定代表人；备案所在省份没有这个要求、信息也无误时，建议您多次尝试提交资料。'
      : '如果系统仍提示检查，请再核对证件号码是不是和证件上完全一致。',
    entry: registry ? 9 : 7,
  };
}
