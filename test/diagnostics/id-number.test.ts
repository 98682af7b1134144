import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asks } from '../../src/diagnostics/diagnostic.ts';
import { idNumber } from '../../src/diagnostics/id-number.ts';
import { mask } from '../../src/text/mask.ts';
import { anyIdentity, changed, seeded, swapped, today, validCredit, validIdentity } from './numbers/codes.ts';

function check(number: string) {
  return idNumber.run(idNumber.input.parse({ idNumber: number, today }));
}

function said(number: string): string {
  return check(number)
    .findings.map(({ evidence, advice }) => `${evidence}${advice}`)
    .join('\n');
}

describe('a person’s number', () => {
  it.each([
    ['as it stands', '11010519491231002X'],
    ['with a small x', '11010519491231002x'],
    ['in full width', '１１０１０５１９４９１２３１００２Ｘ'],
    ['with spaces and dashes', '110105 19491231-002X'],
    ['with dots', '110105.19491231.002X'],
    ['with a multiplication sign', '11010519491231002×'],
    ['with an asterisk for the X', '11010519491231002*'],
    ['inside a sentence', '我的身份证号是11010519491231002X，电话13800138000'],
    ['after a name in letters', 'LI NA 11010519491231002X'],
    ['with invisible characters', '\u200b110105\u200d19491231002X'],
    ['of a permit of residence for Hong Kong', '810000199001010019'],
    ['of an unknown county', '119999194912310021'],
    ['of a birth on the very day', '110105202603010012'],
  ])('is fine %s', (_how, number) => {
    expect(check(number).verdict).toBe('id-ok');
  });

  it.each([
    ['110105491231002', 'id-invalid-length', '15 位'],
    ['11010519491231002', 'id-invalid-length', '数到 17 位'],
    ['110105194912310020X', 'id-invalid-length', '多了 1 位'],
    ['1101 0519', 'id-not-checked', '8 位'],
    ['13800138000', 'id-invalid-length', '手机号'],
    ['4.4E+17', 'id-invalid-length', 'Excel'],
    ['110105194912310000', 'id-invalid-checksum', 'Excel'],
    ['110105194912310021', 'id-invalid-checksum', '校验码'],
    ['1101O519491231002X', 'id-invalid-checksum', '第 5 位是字母 O'],
    ['1101051949l231002X', 'id-invalid-checksum', '第 11 位是字母 l'],
    ['1101051949123100K2', 'id-invalid-checksum', '第 17 位是 K'],
    ['110105194912X10021', 'id-invalid-checksum', '第 13 位是 X'],
    ['110105194913310020', 'id-invalid-date', '月份是 13'],
    ['110105194902300020', 'id-invalid-date', '2 月 30 日'],
    ['110105199902290020', 'id-invalid-date', '2 月 29 日'],
    ['110105199001350020', 'id-invalid-date', '出生日是 35'],
    ['110105184912310020', 'id-invalid-date', '1849'],
    ['110105209912310020', 'id-invalid-date', '2099'],
    ['110105202603020016', 'id-invalid-date', '晚于今天'],
    ['100105194912310020', 'id-invalid-region', '开头两位是 10'],
  ])('%s is %s and says %s', (number, verdict, words) => {
    expect(check(number).verdict).toBe(verdict);
    expect(said(number)).toContain(words);
    expect(check(number).findings.every((finding) => finding.entry === 7)).toBe(true);
  });

  it('gets a finding for the region and one for the date where both are wrong', () => {
    expect(check('100105194913310020').findings.map(({ verdict }) => verdict)).toEqual([
      'id-invalid-region',
      'id-invalid-date',
    ]);
  });

  it('says in what way it was typed otherwise than on the card', () => {
    expect(said('110105 19491231 002x')).toContain('空格、小写的 x');
    expect(said('11010519491231002X')).not.toContain('写法里');
  });

  it('is told its place only where at most two remain', () => {
    expect(said('110105194912310021')).not.toContain('可能是第');
    expect(said('11010519491321002X')).toContain('可能是第 12、13 位颠倒');
  });

  it('is caught with every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(validIdentity, (code) => {
        expect(check(code).verdict).toBe('id-ok');
        for (let at = 0; at < 18; at++) {
          const other = changed(code, at, String((Number(code[at] === 'X' ? 0 : code[at]) + 1 + (at % 9)) % 10));
          if (other !== code) expect(check(other).verdict).toMatch(/^id-invalid/);
          const mixed = swapped(code, at, at + 1);
          if (at < 17 && mixed !== code) expect(check(mixed).verdict).toMatch(/invalid/);
        }
      }),
      { ...seeded, numRuns: 50 },
    );
  });
});

describe('a company’s code', () => {
  it.each([
    '91330100799655058B',
    '914403001922038216',
    '9144030071526726XG',
    '91350100m000100y43',
    '12100000400000624D',

    '9133 0100 7996 5505 8B',
  ])('%s is fine, and not a person’s', (code) => {
    expect(check(code).verdict).toBe('uscc-ok');
    expect(said(code)).toContain('个人证件');
  });

  it.each([
    ['91350100M000100Y4Z', 'I、O、S、V、Z'],
    ['9135O100M000100Y43', '第 5 位是 O'],
    ['913501A0M000100Y43', '第 3 位到第 8 位'],
    ['9133010079965505B', '数到 17 位'],
    ['营业执照 110105000123456', '旧注册号'],
    ['91350100M000100Y44', '校验码'],
    ['91330100799655085B', '第 16、17 位颠倒'],
  ])('%s is wrong and says %s', (code, words) => {
    expect(check(code).verdict).toBe('uscc-invalid');
    expect(said(code)).toContain(words);
  });
});

describe('another document', () => {
  it.each([
    ['E12345678', '护照'],
    ['我用护照，号码是 EA1234567', '护照'],
    ['passport no. 561234567', '护照'],
    ['H12345678', '港澳居民来往内地通行证'],
    ['M1234567801', '港澳居民来往内地通行证'],
    ['台胞证 12345678', '台胞证'],
    ['0123456789B', '台胞证'],
    ['C12345678', '往来港澳通行证'],
    ['T12345678', '往来台湾通行证'],
    ['USA110100123456', '外国人永久居留'],
    ['A123456(7)', '香港身份证'],
    ['军官证 军字第20019881号', '军官证'],
    ['110105********002X', '遮住'],
    ['不知道', '证件类型'],
    ['', '证件类型'],
  ])('%j is not checked, and not called wrong: %s', (number, words) => {
    const { verdict, findings } = check(number);
    expect(verdict).toBe('id-not-checked');
    expect(findings.map(({ severity }) => severity)).toEqual(['notice']);
    expect(said(number)).toContain(words);
    expect(said(number)).not.toContain('有误');
  });
});

describe('what is said of a number', () => {
  it('never holds the number, nor its birth date beside the masked number', () => {
    const any = fc.oneof(
      validIdentity,
      anyIdentity,
      validCredit,
      fc.stringMatching(/^\d{15,20}$/),
      fc.stringMatching(/^\d{17}[0-9X]$/),
      fc.tuple(validIdentity, fc.nat(17), fc.constantFrom(...'0123456789XOIl')).map((parts) => changed(...parts)),
    );
    fc.assert(
      fc.property(any, (number) => {
        const { verdict, findings } = check(number);
        for (const { evidence, advice } of findings) {
          const text = `${evidence}${advice}`;
          expect(text).not.toContain(number);
          expect(text).not.toContain(number.slice(6, 14));
          expect(mask(text)).toBe(text);
          if (verdict === 'id-invalid-date') expect(text).not.toContain('*');
          const known = (/\d[\d*]*\*[\d*]*[\dA-Z]+/.exec(text)?.[0] ?? '').replaceAll('*', '');
          expect(known.length).toBeLessThanOrEqual(10);
        }
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  it('never says that a person does not exist', () => {
    for (const number of ['110105194912310021', '110105194913310020', '100105194912310020', '110105491231002']) {
      expect(said(number)).not.toMatch(/不存在|查无此人|假/);
    }
  });
});

describe('the input', () => {
  it('asks for the number, and never for the day', () => {
    expect(asks.get(idNumber.input.shape.idNumber)?.question).toContain('证件号码');
    expect(asks.get(idNumber.input.shape.today)).toBeUndefined();
  });

  it.each(['2026-02-30', '01.03.2026', ''])('refuses %j as a day', (day) => {
    expect(idNumber.input.safeParse({ idNumber: '1', today: day }).success).toBe(false);
  });
});
