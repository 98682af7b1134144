import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNumber } from '../../../src/diagnostics/numbers/mask-number.ts';
import { mask } from '../../../src/text/mask.ts';
import { seeded } from './codes.ts';

describe('masking a number', () => {
  it.each([
    ['11010519491231002X', '110105********002X'],
    ['１１０１０５ 19491231-002x', '110105********002X'],
    ['110105491231002', '110105*****1002'],
    ['E12345678', 'E1*****78'],
    ['123', '***'],
    ['', ''],
  ])('%j becomes %j', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });

  it('shows no more than the first 6 and the last 4, and of a short number no more than half', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,24}$/), (number) => {
        const masked = maskNumber(number);
        const shown = /^([^*]*)(\**)([^*]*)$/.exec(masked);
        const [head, tail] = [shown?.[1] ?? masked, shown?.[3] ?? masked];
        expect(masked).toHaveLength(number.length);
        expect(number.startsWith(head) && number.endsWith(tail)).toBe(true);
        expect(head.length).toBeLessThanOrEqual(6);
        expect(tail.length).toBeLessThanOrEqual(4);
        if (number.length < 15) expect(head.length + tail.length).toBeLessThanOrEqual(number.length / 2);
      }),
      seeded,
    );
  });

  it('leaves nothing for the mask of stored texts to hide', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{15,20}$/), (number) => {
        const masked = maskNumber(number);
        expect(mask(`号码 ${masked}。`)).toBe(`号码 ${masked}。`);
      }),
      seeded,
    );
  });
});
