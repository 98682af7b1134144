import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storable } from '../../../src/adapters/store/storable.ts';

/** What PostgreSQL and UTF-8 make of a text: nothing else comes back. */
const roundTrip = (text: string) => Buffer.from(text.replaceAll('\0', '\uFFFD'), 'utf8').toString('utf8');

it('gives every text as UTF-8 would give it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat({ max: 0xffff })), (whole, units) => {
      const text = whole + String.fromCharCode(...units);
      expect(storable(text)).toBe(roundTrip(text));
      expect(storable({ [text]: [text] })).toEqual({ [roundTrip(text)]: [roundTrip(text)] });
    }),
    { seed: 20230324, numRuns: 500 },
  );
});

it('leaves other values alone', () => {
  const value = { n: 1.5, yes: true, nothing: null, absent: undefined, list: [1, '😀'], typed: '\\u0000' };
  expect(storable(value)).toEqual(value);
  expect(storable(['\0', value])).toEqual(['\uFFFD', value]);
  expect([storable(undefined), storable(null), storable(7)]).toEqual([undefined, null, 7]);
});
