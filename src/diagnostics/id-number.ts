import { z } from 'zod';
import { asks, type Checked, type Diagnostic, type Finding } from './diagnostic.ts';
import { creditFindings } from './numbers/credit-findings.ts';
import { kindOfNumber, type NumberKind } from './numbers/document-kind.ts';
import { identityFindings } from './numbers/identity-findings.ts';
import { type IdentityTrace, traceOf } from './numbers/identity-trace.ts';
import { maskNumber } from './numbers/mask-number.ts';
import { readTypedNumber } from './numbers/typed-number.ts';

/** What Excel makes of a long number: 4.4E+17. */
const SCIENTIFIC = /\d\.?[eE][+＋]\d/;

const input = z.object({
  /** As it was typed, and only within the turn: no stored fact may hold it. */
  idNumber: z.string().register(asks, {
    question:
      '请把要核对的证件号码完整发给我：身份证号，或营业执照上的统一社会信用代码都行。放心，记录里会遮住中间的部分。',
    read: (_normalised, typed) => (isWholeNumber(typed) ? { idNumber: typed } : undefined),
    help: '身份证号在身份证有照片那一面的下方，共 18 位；统一社会信用代码在营业执照上，也是 18 位。请发完整的号码，中间不要用 * 代替；记录里会遮住中间的部分。',
  }),
  /** The day it is for the person, YYYY-MM-DD: nobody is born after it. */
  today: z.iso.date(),
});

/** Is the number of a document written right, as far as the number itself can tell (entry 7)? */
export const idNumber: Diagnostic<typeof input> = {
  id: 'id-number',
  title: '核对证件号码',
  starts: 'on-request',
  input,
  next: ({ idNumber: text }) => (typeof text === 'string' && !isMasked(text) ? undefined : 'idNumber'),
  run({ idNumber: text, today }): Checked {
    const findings = check(text, today);
    return { verdict: findings[0]?.verdict ?? 'id-not-checked', findings };
  },
};

/** A number of a stored conversation: 110105********002X. One star at the end stands for an X. */
function isMasked(text: string): boolean {
  return /[*＊]{2}/.test(text);
}

/** Whether an answer holds a number to check; a version, a count or a few digits are none. */
function isWholeNumber(text: string): boolean {
  if (SCIENTIFIC.test(text.normalize('NFKC'))) return true;
  const { code } = readTypedNumber(text);
  return !isMasked(text) && code.length >= 7 && code.replace(/\D/g, '').length >= 6;
}

/** What a conversation keeps of a number; undefined for documents whose numbers have no check. `today` is YYYY-MM-DD. */
export function identityTrace(text: string, today: string): IdentityTrace | undefined {
  const { code } = readTypedNumber(text);
  const { is } = kindOfNumber(code, text, today);
  return is === 'identity' || is === 'credit' ? traceOf(code, is, today) : undefined;
}

function check(text: string, today: string): readonly Finding[] {
  if (SCIENTIFIC.test(text.normalize('NFKC'))) return [scientific()];
  const number = readTypedNumber(text);
  const kind = kindOfNumber(number.code, text, today);
  if (kind.is === 'identity') return identityFindings(number, traceOf(number.code, kind.is, today), today);
  if (kind.is === 'credit') return creditFindings(number.code, traceOf(number.code, kind.is, today));
  return [notChecked(number.code, kind, text)];
}

function scientific(): Finding {
  return {
    verdict: 'id-invalid-length',
    severity: 'problem',
    evidence: '号码变成了带 E+ 的科学计数，不是 18 位的原样。',
    advice: '从 Excel 复制的号码会这样。请先把单元格设为文本，再照证件重新输入 18 位号码。',
    entry: 7,
    retryable: true,
  };
}

function notChecked(code: string, kind: NumberKind, text: string): Finding {
  const [evidence, advice] = sayKind(code, kind);
  const short =
    /^\d{8}$/.test(code) && /^[\d\s.-]+$/.test(text) ? '如果这是身份证号，应为 18 位，现在只数到 8 位。' : '';
  return { verdict: 'id-not-checked', severity: 'notice', evidence, advice: `${advice}${short}`, entry: 7 };
}

function sayKind(code: string, kind: NumberKind): readonly [evidence: string, advice: string] {
  switch (kind.is) {
    case 'other':
      return [
        `${maskNumber(code)} 看起来是${kind.document}的号码。`,
        '这类号码我没有核对，不代表写错了。请逐位对照证件，填成和证件上完全一致。',
      ];
    case 'hidden':
      return ['号码中间被遮住了，看不到的部分没法核对。', '需要核对的话，请发完整的号码，记录里会遮住中间的部分。'];
    default:
      return ['没有认出这是哪种证件的号码。', '请告诉我证件类型，再把号码完整发一次。'];
  }
}
