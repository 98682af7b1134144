import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '../../src/text/mask.ts';
import { anyText, timeOf } from './texts.ts';

describe('masking', () => {
  it.each([
    ['an identity number', '110105199003070012', '110105********0012'],
    ['one that ends in X', '11010519491231002X', '110105********002X'],
    ['one that ends in a small x', '11010519491231002x', '110105********002x'],
    ['the old kind', '110105900307001', '110105*****7001'],
    ['full-width digits', '１１０１０５１９９００３０７００１Ｘ', '110105********001X'],
    ['spaces inside', '110105 19900307 0012', '110105********0012'],
    ['spaces anywhere', '1101 0519 9003 0700 12', '110105********0012'],
    ['a space after each digit', '1 1 0 1 0 5 1 9 9 0 0 3 0 7 0 0 1 2', '110105********0012'],
    ['dashes inside', '110105-19900307-001X', '110105********001X'],
    ['a space anywhere', '1101051990 03070012', '110105********0012'],
    ['a dash anywhere', '110105199003-07001x', '110105********001x'],
    ['a birthday that cannot be, in groups', '110105 19901307 0012', '110105********0012'],
    ['a digit too few', '11010519900307001', '110105*******7001'],
    ['a letter where a digit belongs', '11O105199003070012', '11O105********0012'],
    ['zero-width characters inside', '110105\u200b19900307\u200b0012', '110105********0012'],
    ['a credit code', '91330106673959654P', '913301********654P'],
    ['a credit code in small letters', '91310000ma1k3x4y5x', '913100********4y5x'],
    ['a credit code in groups', '9133 0106 6739 5965 4P', '913301********654P'],
    ['a credit code with O for 0', '9133O106673959654P', '9133O1********654P'],
    ['a mobile number', '13812345678', '138****5678'],
    ['a mobile number with +86', '+86 138-1234-5678', '138****5678'],
    ['a mobile number with 0086', '0086 13812345678', '138****5678'],
    ['a mobile number in threes and fours', '138 1234 5678', '138****5678'],
    ['a mobile number with dots', '138.1234.5678', '138****5678'],
    ['a full-width mobile number', '１３８１２３４５６７８', '138****5678'],
    ['a mobile number as a phone copies it', '\u202d138 1234 5678\u202c', '\u202d138****5678\u202c'],
    ['a landline', '0571-88888888', '057*******88'],
    ['a landline with brackets', '(010)62345678', '(010******78'],
    ['a landline with spaces', '010 6234 5678', '010******78'],
    ['a landline in one', '057188888888', '057*******88'],
    ['a bank card', '6222020200012345678', '622202*********5678'],
    ['a bank card in fours', '6222 0202 0001 2345', '622202******2345'],
    ['an e-mail address', 'zhang.san+1@mail.example.com', 'z***@mail.example.com'],
    ['an e-mail address that is a mobile number', '13812345678@139.com', '1***@139.com'],
    ['an e-mail address with a wide at sign', 'zhang＠qq.com', 'z***@qq.com'],
  ])('hides %s', (_what, number, hidden) => {
    expect(mask(number)).toBe(hidden);
    expect(mask(`我的是${number}，对吗`)).toBe(`我的是${hidden}，对吗`);
  });

  it.each([
    ['身份证110105199003070012，电话13812345678', '身份证110105********0012，电话138****5678'],
    ['110105199003070012 13812345678', '110105********0012 138****5678'],
    ['13812345678 110105199003070012', '138****5678 110105********0012'],
    ['13812345678/13987654321', '138****5678/139****4321'],
    ['110105199003070012\n91330106673959654P\nzhang@qq.com', '110105********0012\n913301********654P\nz***@qq.com'],
  ])('hides all of them: %s', (text, hidden) => {
    expect(mask(text)).toBe(hidden);
  });

  it.each([
    ['letters before', 'sfz110105199003070012'],
    ['a word before', 'id 110105900307001'],
    ['a single letter before', 'A 110105199003070012'],
    ['a word after', '110105199003070012 B栋'],
    ['letters after', '13812345678wx'],
    ['a number of the list before', '1.110105199003070012'],
    ['bold marks', '**13812345678****13987654321**'],
    ['a short word before a card', 'VIP 6222020200012345'],
    ['a code name before', 'USCC91330106673959654P'],
    ['both glued together', '11010519900307001213812345678'],
    ['a Chinese bracket', '（13812345678）'],
  ])('is not fooled by %s', (_what, text) => {
    expect(mask(text)).not.toMatch(/\d{7}/);
  });

  it.each([
    '阿里云APP 6.7.0.1',
    '安卓 4.4.2，MIUI 14.0.23.10.11',
    'Chrome 131.0.6778.204',
    '2023-03-24 17:52:23',
    '2015.03.24-2035.03.24',
    '2023-03-24 2023-04-01 13:00',
    '1990年3月7日',
    '订单号202303241752',
    '备案订单 12345678901234',
    '浙ICP备12345678号-1',
    '价格 1388.00 和 1299.00 元，4000 元',
    '192.168.10.123',
    '172.16.100.234 255.255.255.0',
    '时间戳1679651543000',
    '400-123-4567',
    '4MB 是 4194304 字节',
    '我传了3次，2张图，1:1',
    '@阿里云 a@b 不是邮箱',
    'i-bp1abcd2efgh3',
    '请求编号 7B8C1234-56AB-4CDE-9F01-23456789ABCD',
  ])('leaves alone what names nobody: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  const fragments = [
    '110105199003070012',
    '11010519491231002X',
    '13812345678',
    '+86',
    '91330106673959654P',
    '0571-88888888',
    '6222020200012345678',
    'zhang@qq.com',
    '@',
    '****',
    'A1K3',
    '138',
    '.',
    '-',
  ];

  it('changes nothing the second time', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789 -.Xx*@aB'), maxLength: 30 });
    const text = fc.array(fc.oneof(digits, anyText(...fragments)), { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (said) => {
        const once = mask(said);
        expect(mask(once)).toBe(once);
      }),
      { numRuns: 3_000, seed: 3 },
    );
  });

  it('hides a number in whatever stands around it, if that does not make it a longer one', () => {
    const around = anyText(...fragments.filter((fragment) => /^\D*$/.test(fragment))).map((text) =>
      text.replace(/[\dA-Za-z０-９Ａ-ｚ.\-@*＠－．＊]/g, ''),
    );
    fc.assert(
      fc.property(
        around,
        fc.constantFrom('110105199003070012', '13812345678', '91330106673959654P'),
        around,
        (before, number, after) => {
          expect(mask(before + number + after)).not.toContain(number);
        },
      ),
      { numRuns: 2_000, seed: 4 },
    );
  });

  it.each([
    ['digits', '1'.repeat(2_000)],
    ['digits and spaces', '1 '.repeat(1_000)],
    ['digits and many spaces', '1   '.repeat(500)],
    ['letters', 'a'.repeat(2_000)],
    ['at signs', 'a@'.repeat(1_000)],
    ['dots after an at sign', `a@${'a.'.repeat(999)}`],
    ['groups of four', '3000 '.repeat(400)],
    ['stars', '1****'.repeat(400)],
    ['brackets', '(0'.repeat(1_000)],
  ])('takes no longer for %s', (_what, text) => {
    const usual = '我的手机号 13812345678，身份证 110105199003070012。'.repeat(50);
    expect(timeOf(() => mask(text))).toBeLessThan(20 * timeOf(() => mask(usual)) + 5);
  });
});
