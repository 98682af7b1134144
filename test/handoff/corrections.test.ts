import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseCard } from '../../src/handoff/case-card.ts';
import { type CorrectedKey, corrections, isCorrectable } from '../../src/handoff/corrections.ts';
import { anyText } from '../text/texts.ts';

const may = corrections((said) => (said.startsWith('广东') ? '广东' : undefined));

describe('a correction', () => {
  it.each<[CorrectedKey, string, unknown]>([
    ['platform', '安卓', 'android'],
    ['platform', ' iOS ', 'ios'],
    ['platform', '苹果（iOS）', 'ios'],
    ['platform', 'harmony', 'harmony'],
    ['platform', '诺基亚', undefined],
    ['osVersion', '4.4.2', '4.4.2'],
    ['osVersion', '安卓 １０', '10'],
    ['osVersion', 'iOS17.2', '17.2'],
    ['osVersion', '最新', undefined],
    ['appVersion', 'v6.7.0', '6.7.0'],
    ['appVersion', '6.7.x', undefined],
    ['appUpToDate', '是', true],
    ['appUpToDate', '不是最新版', false],
    ['appUpToDate', '大概', undefined],
    ['inPerson', '本人不在场', false],
    ['inPerson', 'true', true],
    ['province', '广东省', '广东'],
    ['province', '火星', undefined],
    ['faceAttempts', '3', 3],
    ['faceAttempts', '３次', 3],
    ['faceAttempts', '0 次', 0],
    ['faceAttempts', '100', undefined],
    ['faceAttempts', '-1', undefined],
    ['faceAttempts', '1.5', undefined],
    ['wish', '  想尽快\n通过  ', '想尽快 通过'],
    ['wish', ' \u200b ', undefined],
    ['wish', '急'.repeat(500), '急'.repeat(500)],
    ['wish', '急'.repeat(501), undefined],
    ['wish', '𠮷'.repeat(500), '𠮷'.repeat(500)],
    ['wish', '我是 11010519491231002X', '我是 110105********002X'],
  ])('of %s: %j', (key, said, fact) => {
    expect(may[key](said)).toEqual(fact);
  });

  it('may be of these alone', () => {
    expect(Object.keys(may).every(isCorrectable)).toBe(true);
    expect(['roles', 'channel', 'steps', 'idNumber', 'toString', '__proto__'].some(isCorrectable)).toBe(false);
  });

  it('takes what the card shows for what it means', () => {
    const anyInput = fc.record(
      {
        platform: fc.constantFrom('android' as const, 'ios' as const, 'harmony' as const),
        osVersion: fc.constantFrom('4.4.2', '10', '17.2'),
        appVersion: fc.constant('6.7.0'),
        appUpToDate: fc.boolean(),
        inPerson: fc.boolean(),
        province: fc.constant('广东'),
        faceAttempts: fc.nat(99),
        wish: fc.constant('想尽快通过'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyInput, (input) => {
        const read = caseCard(input).map(({ key, value }) => [key, isCorrectable(key) ? may[key](value) : undefined]);
        expect(Object.fromEntries(read)).toEqual(input);
      }),
      { seed: 10 },
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(anyText('安卓', '4.4', '次'), (text) => {
        for (const correct of Object.values(may)) correct(text);
        const wish = may.wish(text);
        if (wish !== undefined) expect(may.wish(wish)).toBe(wish);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
