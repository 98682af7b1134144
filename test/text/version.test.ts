import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, parseVersion, refines, type Version } from '../../src/text/version.ts';

const numbers = fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 4 });
const compare = (a: string, b: string): number => compareVersions(parseVersion(a) ?? [], parseVersion(b) ?? []);

describe('a version', () => {
  it('is one to six numbers with dots, perhaps after a v', () => {
    expect(parseVersion('4.4.2')).toEqual([4, 4, 2]);
    expect(parseVersion(' V6.7.0 ')).toEqual([6, 7, 0]);
    expect(parseVersion('10')).toEqual([10]);
    expect(parseVersion('14.0.5.0')).toEqual([14, 0, 5, 0]);
  });

  it.each(['', 'v', '4.', '.4', '4..4', '4.x', '安卓4', '4,4', '-4', '1.2.3.4.5.6.7', '1234567890', '4.4\n4'])(
    'is not %j',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );

  it('survives being written and read', () => {
    fc.assert(
      fc.property(numbers, (version) => {
        expect(parseVersion(version.join('.'))).toEqual(version);
      }),
    );
  });
});

describe('the order of versions', () => {
  it('counts missing numbers as nought', () => {
    expect(compare('5', '5.0')).toBe(0);
    expect(compare('5.0', '5.0.0')).toBe(0);
    expect(compare('5.0.1', '5')).toBeGreaterThan(0);
    fc.assert(
      fc.property(numbers, fc.nat({ max: 3 }), (version, noughts) => {
        expect(compareVersions(version, [...version, ...Array<number>(noughts).fill(0)])).toBe(0);
      }),
    );
  });

  it('is of numbers, not of letters', () => {
    expect(compare('4.10', '4.9')).toBeGreaterThan(0);
    expect(compare('10', '9')).toBeGreaterThan(0);
    expect(compare('6.9.0', '6.13.0')).toBeLessThan(0);
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), (a, b) => {
        expect(Math.sign(compareVersions([a], [b]))).toBe(Math.sign(a - b));
      }),
    );
  });

  it('lets the first difference decide', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, fc.integer({ min: 1, max: 50 }), (head, a, b, more) => {
        const [first = 0, ...rest] = a;
        expect(compareVersions([...head, first + more, ...b], [...head, first, ...rest])).toBeGreaterThan(0);
      }),
    );
  });

  it('is total: antisymmetric, transitive, and equal only for the same', () => {
    const few = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 });
    const bare = (version: Version): string => version.join('.').replace(/(\.0)+$/, '');
    fc.assert(
      fc.property(few, few, few, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)));
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
        expect(compareVersions(a, b) === 0).toBe(bare(a) === bare(b));
      }),
    );
  });

  it('sorts releases as they came out', () => {
    const shuffled = ['10', '4.4.2', '5.0', '8.1.0', '4.4', '7.0', '4.4.4', '12'];
    expect(shuffled.toSorted(compare)).toEqual(['4.4', '4.4.2', '4.4.4', '5.0', '7.0', '8.1.0', '10', '12']);
  });
});

describe('a refinement', () => {
  it('says the same with more numbers', () => {
    expect(refines([6, 0, 1], [6, 0])).toBe(true);
    expect(refines([6, 0, 1], [6])).toBe(true);
    expect(refines([6], [6])).toBe(true);
    expect(refines([6], [6, 0])).toBe(false);
    expect(refines([6, 1], [6, 0])).toBe(false);
  });
});
