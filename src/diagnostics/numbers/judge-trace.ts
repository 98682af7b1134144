import type { Checked } from '../diagnostic.ts';
import { type IdentityTrace, type NumberVerdict, verdictOf, withLast } from './identity-trace.ts';
import { readLastCharacter } from './typed-number.ts';

/**
 * Judges a correction of the last character in words ("最后一位是X") without
 * the number: the verdict is the one that the whole number would get.
 */
export function judgeTrace(trace: IdentityTrace, lastCharacter: string): Checked & { readonly verdict: NumberVerdict } {
  const last = readLastCharacter(lastCharacter);
  const verdict = verdictOf(withLast(trace, last));
  const fine = verdict === 'id-ok' || verdict === 'uscc-ok';
  return {
    verdict,
    findings: [
      {
        verdict,
        severity: fine ? 'ok' : 'problem',
        evidence: SAID[verdict](trace, last),
        advice: fine
          ? '请在系统里也这样填，和证件上完全一致。'
          : '请对照证件把整串号码核对一遍，可以再完整发给我一次；记录里会遮住中间的部分。',
        entry: 7,
        ...(!fine && { retryable: true }),
      },
    ],
  };
}

const mismatch = (_trace: IdentityTrace, last: string) => `末位换成 ${last} 之后，校验码和前 17 位还是对不上。`;
const match = (_trace: IdentityTrace, last: string) => `末位是 ${last} 的话，号码的校验码对得上。`;

const SAID: Readonly<Record<NumberVerdict, (trace: IdentityTrace, last: string) => string>> = {
  'id-ok': match,
  'uscc-ok': match,
  'id-invalid-length': ({ length }) => `刚才的号码数到 ${length} 位，不是 18 位，只改末位还不够。`,
  'id-invalid-checksum': (trace, last) =>
    trace.expected === null ? '刚才的号码前 17 位里有字母，只改末位还不够。' : mismatch(trace, last),
  'id-invalid-date': () => '刚才的号码里出生日期不对，只改末位还不够。',
  'id-invalid-region': () => '刚才的号码开头两位不对，只改末位还不够。',
  'id-not-checked': () => '这类证件的号码没有校验码，没有核对。',
  'uscc-invalid': mismatch,
};
