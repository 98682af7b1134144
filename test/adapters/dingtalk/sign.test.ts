import { describe, expect, it } from 'vitest';
import { isCardSigned, isRobotSigned } from '../../../src/adapters/dingtalk/sign.ts';

/** Computed with Python's hmac module from the vendor's formula. */
const VECTORS = [
  ['1577262236757', 'this is secret', 'hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM='],
  ['1700000000000', 'SECabc123', 'N5P09a4+p1AMJIJWnIvQd2Yxw9+fu/oEBnPrjCcsLXk='],
  ['0', '密钥', '95G//AOaFLWJUU4E6i75QdzEnHeMIHs7riSGRgJYks4='],
] as const;
const HOUR = 3_600_000;

describe('the signature of a robot message', () => {
  it.each(VECTORS)('at %s with %s', (timestamp, secret, sign) => {
    expect(isRobotSigned({ timestamp, sign }, secret, new Date(Number(timestamp)))).toBe(true);
    expect(isRobotSigned({ timestamp, sign }, `${secret}x`, new Date(Number(timestamp)))).toBe(false);
    expect(isRobotSigned({ timestamp, sign: encodeURIComponent(sign) }, secret, new Date(Number(timestamp)))).toBe(
      false,
    );
  });

  it.each([
    [HOUR, true],
    [-HOUR, true],
    [HOUR + 1, false],
    [-HOUR - 1, false],
  ])('%i ms later: %s', (off, holds) => {
    const [timestamp, secret, sign] = VECTORS[1];
    expect(isRobotSigned({ timestamp, sign }, secret, new Date(Number(timestamp) + off))).toBe(holds);
  });

  it.each([undefined, '', '1e9', ' 1700000000000', '1700000000000 ', ['1700000000000'], 1_700_000_000_000])(
    'is not looked at with the time %o',
    (timestamp) => {
      const [, secret, sign] = VECTORS[1];
      expect(isRobotSigned({ timestamp, sign }, secret, new Date(1_700_000_000_000))).toBe(false);
    },
  );
});

it('the signature of a click is over the time alone', () => {
  const signed = { timestamp: '1700000000000', sign: 'ZDl1TSqcOZvcWEsqqUm1kbBYI8Lv5ssEdzZ3QsjoP9c=' };
  expect(isCardSigned(signed, 'ACTION', new Date(1_700_000_000_000))).toBe(true);
  expect(isCardSigned(signed, 'ACTIONS', new Date(1_700_000_000_000))).toBe(false);
  expect(isCardSigned(signed, 'ACTION', new Date(1_700_000_000_000 + HOUR + 1))).toBe(false);
});
