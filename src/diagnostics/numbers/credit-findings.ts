import type { Finding } from '../diagnostic.ts';
import { CREDIT_CHARACTERS, creditRegionOk, isCreditCode, ownCodeFits } from './credit-code.ts';
import { digitsMeant } from './document-kind.ts';
import { type IdentityTrace, verdictOf } from './identity-trace.ts';
import { maskNumber } from './mask-number.ts';
import { repairs, whereToLook } from './repairs.ts';

const PERSONAL = '核验者的证件号要填个人证件上的号码，不是单位的代码。';

/** What is to be said about a 统一社会信用代码: its length, letters that it never has, the region's place, the check character. */
export function creditFindings(code: string, trace: IdentityTrace): readonly Finding[] {
  if (verdictOf(trace) === 'uscc-ok') {
    const evidence = `${maskNumber(code)} 是统一社会信用代码，18 位，校验码对得上。`;
    return [{ verdict: 'uscc-ok', severity: 'ok', evidence, advice: PERSONAL, entry: 7 }];
  }
  const [evidence, advice] = fault(code);
  return [
    {
      verdict: 'uscc-invalid',
      severity: 'problem',
      evidence,
      advice: `${advice}${PERSONAL}`,
      entry: 7,
      retryable: true,
    },
  ];
}

function fault(code: string): readonly [string, string] {
  const check = '请对照营业执照逐位核对，和证照上完全一致。';
  if (code.length !== 18) {
    const old = code.length === 15 ? '15 位的是旧注册号，请改用营业执照上 18 位的代码。' : '';
    return [`数到 ${code.length} 位，统一社会信用代码是 18 位。`, `${old}${check}`];
  }
  const strange = [...code].flatMap((letter, at) => (CREDIT_CHARACTERS.includes(letter) ? [] : [at]));
  if (strange.length > 0) {
    const places = strange.map((at) => `第 ${at + 1} 位是 ${code[at]}`);
    const which = strange.length <= 2 ? places.join('，') : `里面有 ${strange.length} 个这样的字母`;
    const meant = strange.reduce(
      (text, at) => text.slice(0, at) + digitsMeant(text[at] ?? '') + text.slice(at + 1),
      code,
    );
    const mended = isCreditCode(meant) ? '换成长得像的数字之后，校验码就对得上。' : '';
    return [
      `统一社会信用代码里不用 I、O、S、V、Z 这五个字母，您发来的${which}。`,
      `${mended}请看看是不是把数字 0、1、5、2 写成了字母 O、I、S、Z。${check}`,
    ];
  }
  if (!creditRegionOk(code)) return ['第 3 位到第 8 位应当都是数字，您发来的里面有字母。', check];
  const where = whereToLook(
    repairs(code, CREDIT_CHARACTERS, (other) => /^[1-9ANY]/.test(other) && ownCodeFits(other) && isCreditCode(other)),
  );
  return [
    `${maskNumber(code)} 是 18 位，但末位的校验码和前 17 位对不上，至少有一位写错了。`,
    `${check}${where}常见的写错：相邻两位颠倒，0 和 D、Q，8 和 B，2 和 Z 看混。`,
  ];
}
