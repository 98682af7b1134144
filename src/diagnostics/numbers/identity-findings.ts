import type { Finding } from '../diagnostic.ts';
import { digitsMeant } from './document-kind.ts';
import { type BirthFault, birthFault, birthOf, isIdentityCode, regionKnown } from './identity-code.ts';
import { type IdentityTrace, type NumberVerdict, verdictOf } from './identity-trace.ts';
import { maskNumber } from './mask-number.ts';
import { repairs, whereToLook } from './repairs.ts';
import type { TypedNumber } from './typed-number.ts';

const SAME = '填成和证件上完全一致。';
const SLIPS =
  '常见的写错：相邻两位颠倒，数字 0 写成字母 O，数字 1 写成字母 I 或 l，3 和 8、6 和 9 看混，末位的 X 漏了或写成别的。';
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^8[12]/, '它是港澳居民居住证的号码。'],
  [/^83/, '它是台湾居民居住证的号码。'],
  [/^9/, '它是外国人永久居留身份证的号码。'],
];

/**
 * What is to be said about a person's number (entry 7). The middle of the
 * number is never repeated: of the birth date only the part that is wrong,
 * and then without the masked number, which would give away the rest.
 */
export function identityFindings(number: TypedNumber, trace: IdentityTrace, today: string): readonly Finding[] {
  const { code } = number;
  switch (verdictOf(trace)) {
    case 'id-ok':
      return [fine(number)];
    case 'id-invalid-length':
      return [wrongLength(code)];
    case 'id-invalid-checksum':
      return [trace.expected === null ? lettersInside(number, today) : wrongCheck(code, today)];
    default:
      return implausible(code, today);
  }
}

function wrong(verdict: NumberVerdict, evidence: string, advice: string): Finding {
  return { verdict, severity: 'problem', evidence, advice, entry: 7, retryable: true };
}

function fine({ code, oddities }: TypedNumber): Finding {
  const seen =
    oddities.length > 0
      ? `您发来的写法里有${oddities.join('、')}，在系统里请照证件填：18 位连着写，用半角，末位是 X 的用大写。`
      : '';
  return {
    verdict: 'id-ok',
    severity: 'ok',
    evidence: `号码 ${maskNumber(code)} 是 18 位，开头两位、出生日期和校验码都对得上。${HEADS.find(([head]) => head.test(code))?.[1] ?? ''}`,
    advice: `${seen}号码本身没有看出写错的地方。如果系统仍提示检查，请核对它是不是本人证件上的号码，姓名是不是和证件上完全一致。`,
    entry: 7,
  };
}

function wrongLength(code: string): Finding {
  const length = code.length;
  if (length === 15) {
    return wrong(
      'id-invalid-length',
      '数到 15 位。旧的身份证号是 15 位，现在的是 18 位。',
      '请改用 18 位的身份证号，照现在有效的身份证填。如果这是营业执照的旧注册号，它不是个人证件号。',
    );
  }
  const hint =
    length === 11 && /^1[3-9]/.test(code)
      ? '它看起来像手机号。'
      : length < 18
        ? '请看看是不是漏了一位，末位是 X 的，X 也算一位。'
        : '请看看有没有哪一位重复输入了。';
  return wrong(
    'id-invalid-length',
    `数到 ${length} 位，身份证号是 18 位，${length < 18 ? `少了 ${18 - length}` : `多了 ${length - 18}`} 位。`,
    `${hint}请对照证件重新填，${SAME}如果是护照等其他证件的号码，请告诉我证件类型。`,
  );
}

function lettersInside({ code, typed }: TypedNumber, today: string): Finding {
  const letters = [...code.slice(0, 17)].flatMap((letter, at) => (/\d/.test(letter) ? [] : [at]));
  const meant = digitsMeant(code);
  const places = letters.map((at) =>
    meant[at] === code[at]
      ? `第 ${at + 1} 位是 ${typed[at]}`
      : `第 ${at + 1} 位是字母 ${typed[at]}，不是数字 ${meant[at]}`,
  );
  const which = letters.length <= 2 ? `${places.join('；')}。` : `里面有 ${letters.length} 个字母。`;
  return wrong(
    'id-invalid-checksum',
    `身份证号前 17 位只有数字，字母 X 只会出现在末位。您发来的号码${which}`,
    isIdentityCode(meant, today)
      ? `请把字母换成长得像的数字，${SAME}换过之后，整个号码的校验码就对得上。`
      : `请对照证件把字母改成数字，${SAME}改好后可以再发给我核对。`,
  );
}

function wrongCheck(code: string, today: string): Finding {
  const where = whereToLook(remaining(code, today));
  const excel = code.endsWith('000') ? '末三位是 000：从 Excel 复制的号码会这样，请先把单元格设为文本再输入。' : '';
  return wrong(
    'id-invalid-checksum',
    `号码 ${maskNumber(code)} 是 18 位，开头两位和出生日期都说得通，但末位的校验码和前 17 位对不上，至少有一位写错了。`,
    `请对照证件逐位核对，${SAME}${excel}${where}${SLIPS}`,
  );
}

function implausible(code: string, today: string): readonly Finding[] {
  const advice = `请对照证件核对，${SAME}${whereToLook(remaining(code, today))}`;
  const fault = birthFault(birthOf(code), today);
  const region = wrong('id-invalid-region', `号码开头两位是 ${code.slice(0, 2)}，没有这样的省级地区代码。`, advice);
  const date = fault && wrong('id-invalid-date', sayDate(fault, birthOf(code), today), advice);
  return [...(regionKnown(code) ? [] : [region]), ...(date ? [date] : [])];
}

function sayDate(fault: BirthFault, birth: string, today: string): string {
  const [year, month, day] = [birth.slice(0, 4), birth.slice(4, 6), birth.slice(6, 8)];
  switch (fault) {
    case 'month':
      return `号码里的出生月份是 ${month}，月份只有 01 到 12。`;
    case 'day':
      return /^(?:00|3[2-9]|[4-9].)$/.test(day)
        ? `号码里的出生日是 ${day}，没有这一天。`
        : `号码里的出生日期是 ${Number(month)} 月 ${Number(day)} 日，没有这一天。`;
    case 'leap':
      return '号码里的出生日期是 2 月 29 日，但号码里的那一年没有这一天。';
    case 'early':
      return `号码里的出生年份是 ${year}，早于 1900 年。`;
    case 'future':
      return year > today.slice(0, 4) ? `号码里的出生年份是 ${year}，还没有到。` : '号码里的出生日期晚于今天。';
  }
}

function remaining(code: string, today: string) {
  return repairs(code, '0123456789X', (other) => isIdentityCode(other, today));
}
