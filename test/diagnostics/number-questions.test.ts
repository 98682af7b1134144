import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionFor } from '../../src/diagnostics/diagnostic.ts';
import { idNumber } from '../../src/diagnostics/id-number.ts';
import { lastCharacterIn } from '../../src/diagnostics/numbers/last-character.ts';
import { createNormalise } from '../../src/text/normalise.ts';
import { seeded, today } from './numbers/codes.ts';

describe('the question for a number', () => {
  const { text, help, choices, read, isName } = questionFor(idNumber, 'idNumber', {});

  it('is one, on request, until the number itself is known', () => {
    expect(idNumber.starts).toBe('on-request');
    expect(idNumber.next({})).toBe('idNumber');
    expect(idNumber.next({ today })).toBe('idNumber');
    expect(idNumber.next({ idNumber: '110105********002X' })).toBe('idNumber');
    expect(idNumber.next({ idNumber: '11010519491231002*' })).toBeUndefined();
    expect(idNumber.next({ idNumber: '11010519491231002X', today })).toBeUndefined();
  });

  it('says that the record hides it, and has no buttons', () => {
    expect(text).toContain('记录里会遮住中间的部分');
    expect(help).toContain('记录里会遮住中间的部分');
    expect(choices).toEqual([]);
    expect(isName).toBe(false);
  });

  it.each([
    '11010519491231002X',
    '我的身份证号是11010519491231002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231-002X',
    '11010519491231002',
    '110105491231002',
    '91330100799655058B',
    '护照 E12345678',
    '台胞证 12345678',
    'H12345678',
    'A123456(7)',
    '4.4E+17',
    '13800138000',
    '11010519491231002*',
  ])('takes %s as it was typed', (typed) => {
    expect(read?.(typed.toLowerCase(), typed)).toEqual({ idNumber: typed });
  });

  it.each([
    '不知道',
    '在哪里看',
    '护照',
    '安卓4.4.2',
    '6.13.0',
    '试了3次',
    '转人工',
    '110105********002X',
    '18位',
    'wo bu zhi dao zenme zhao',
    '',
  ])('takes %j for no number', (typed) => {
    expect(read?.(typed, typed)).toBeUndefined();
  });

  it('is read in any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(() => read?.(typed, typed)).not.toThrow();
      }),
    );
  });
});

describe('the last character in words', () => {
  const normalise = createNormalise();
  const heard = (message: string) => lastCharacterIn(normalise(message));

  it.each(
    '最后一位是X|最后一位是x|末位是X|最后一位应该是 x|最后是个小写的x|最后是个X|最后一位是小写x|最后那个字母是x|最后一位不是1，是X|最后一位是X，不是1|最后一位写错了，是X|最后一位写成1了，应该是X|最后一位是1，写错了，应该是X|身份证最后一位是X|不好意思，最后一位是X|末尾是x|尾号是x|最后一位改成X|最后少了个X|最后一位漏了，是X|最后一位是大写的X|最后一位是字母X|最后一位是×|最后一位是叉|第18位是X|第十八位应该是X|最后一位打错了是X|最后还有个X|我最后一位输错了，是X|最后一位是Ｘ|最後一位是X|末位應該是X|最后一位是"x"|最后一位是X，帮我再看一下|最后一位填错了，其实是X|最后一位 X才对'.split(
      '|',
    ),
  )('%s is X', (message) => expect(heard(message)).toBe('X'));

  it.each(
    '末位应该是 3|末位是3|尾号写错了是3|尾号是3|最后一位是3|最后一个数字是3|最后一位是三|最后一位应该是3不是8|末位不是8是3|最后一位是数字3|最后一位打成8了，是3|最后一位改为3|最后一位：3|最后是3|最后一位我打错了，应该是3才对'.split(
      '|',
    ),
  )('%s is 3', (message) => expect(heard(message)).toBe('3'));

  it.each([
    ['信用代码最后一位是G', 'G'],
    ['最后一位是0', '0'],
    ['最后一位是零', '0'],
    ['尾号写错了是5', '5'],
  ])('%s is %s', (message, last) => expect(heard(message)).toBe(last));

  it.each(
    '最后一步|最后一位同事|最后一步是人脸核验|最后是人脸核验|最后一位是X吗|最后一位是x要大写吗|最后一位是小写x可以吗|最后一位不是x|最后一位写错了|最后四位是1234|最后一位是12|尾号1234|尾号是002x|手机尾号是5|手机号最后一位是3|最后一位负责人是张三|最后一位是谁|最后是3天|最后一页是空的|最后怎么办|最后一位是x先生|最后一位是1写错了|末位|x|是x|最后传哪个|最后一个是域名证书|最后一位员工是3号|最后一次是5月|最后一个入口|银行卡尾号是8|最后还是不行|最后还要多久|最后一位是X？|我最后一个上传|验证码最后一位是3|最后一位要不要写x|'.split(
      '|',
    ),
  )('%j corrects nothing', (message) => expect(heard(message)).toBeUndefined());

  it('is one character of a number, in any text', () => {
    const piece = fc.constantFrom(
      '最后一位',
      '末位',
      '是',
      '不是',
      'x',
      '3',
      '应该',
      '写错了',
      '，',
      '个',
      '吗',
      '成',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(heard(pieces.join('')) ?? 'X').toMatch(/^[0-9A-Z]$/);
      }),
      { ...seeded, numRuns: 1000 },
    );
  });
});
