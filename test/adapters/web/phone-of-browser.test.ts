import { expect, it } from 'vitest';
import { phoneOfBrowser } from '../../../src/adapters/web/phone-of-browser.ts';

it.each([
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
    'android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'ios',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
    undefined,
  ],
  ['node', undefined],
  [undefined, undefined],
])('reads the phone of %s as %s', (userAgent, phone) => {
  expect(phoneOfBrowser(userAgent)).toBe(phone);
});
