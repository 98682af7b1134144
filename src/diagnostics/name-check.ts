import { z } from 'zod';
import { asks, type Checked, type Diagnostic, type Finding } from './diagnostic.ts';
import type { Difference } from './names/layer.ts';
import { otherKind } from './names/other-kind.ts';
import { peel } from './names/peel.ts';
import { readNames } from './names/read-names.ts';
import { remaining } from './names/remaining.ts';

/** At most 100 characters, at least one of them no space; spaces around count, so nothing is trimmed. */
const name = () => z.string().max(100).regex(/\S/);

const input = z.object({
  /** Both in one message and only within the turn: no stored fact may hold a name. */
  names: z.object({ typed: name(), document: name() }).register(asks, {
    question:
      '请在一条消息里把两个名字都发给我：先发系统里填的，再发证件上印的，用逗号或换行隔开。原样发来就好，空格和点也算。放心，记录里会遮住。',
    read: (_normalised, typed) => {
      const names = readNames(typed);
      return names && { names };
    },
    help: '两个名字要在同一条消息里，我才能比对，例如：\n\n填的是张三，证件上是张叁\n\n系统里填的，在PC端的备案信息里复制；证件上的，个人看身份证的“姓名”，单位看营业执照的“名称”。',
    isName: true,
  }),
  /** Whether the message was about the 工商 registry (entry 9), not about the person's own document (entry 7). */
  registry: z.boolean().default(false),
  /** The entry that the person came from: 9 is about the registry. */
  entry: z.int().optional(),
});

/** Does the name typed match the one on the document, character by character? */
export const nameCheck: Diagnostic<typeof input> = {
  id: 'name-check',
  title: '核对姓名写法',
  starts: 'on-request',
  input,
  next: ({ names }) => (names === undefined ? 'names' : undefined),
  run({ names: { typed, document }, registry, entry }): Checked {
    const about = registry || entry === 9;
    const differences = typed === document ? [] : compare(typed, document);
    const findings = differences.length > 0 ? differences.map((one) => differs(one, about)) : [matches(about)];
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
