import { expect, it } from 'vitest';
import { short, told } from './shipped.ts';

it.each([
  ['adnroid 9', 'android 9'],
  ['androidd 8.1', 'android 8.1'],
  ['anddroid8.0', 'android 8.0'],
  ['amdroid 10', 'android 10'],
  ['andrid 6.0', 'android 6.0'],
  ['ipohne 12', 'ios'],
  ['iphine 系统15.6', 'ios 15.6'],
  ['iphonee', 'ios'],
  ['harmnyos 3.0', 'harmony 3.0'],
  ['samsumg 手机', 'android'],
  ['my phone 8.0', '-'],
  ['phone', '-'],
  ['headphone', '-'],
  ['microphone', '-'],
  ['asteroid 5.0', '-'],
])('%s is %s', (text, said) => {
  expect(short(told(text))).toBe(said);
});
