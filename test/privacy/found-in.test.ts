import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { finder } from './found-in.ts';
import type { Secret } from './secrets.ts';

const NUMBER: Secret = { where: 'a test', is: 'number', value: '11010519491231002X' };
const WORDS: Secret = { where: 'a test', is: 'words', value: '欧阳若曦' };
const BYTES: Secret = { where: 'a test', is: 'bytes', value: Buffer.from('00ff10ee20dd30cc40bb50aa', 'hex') };
const found = (bytes: Buffer | string, secret: Secret): boolean =>
  finder([secret])({ name: 'a place', bytes: Buffer.from(bytes) }).length > 0;

describe('the search', () => {
  it.each([
    ['in the clear', '我是11010519491231002X'],
    ['with spaces', '110105 19491231 002x'],
    ['with hyphens', '110105-19491231-002X'],
    ['in full width', '１１０１０５１９４９１２３１００２Ｘ'],
    ['escaped as in JSON', [...'11010519491231002X'].map((sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).join('')],
    ['as in an address', '110105%2D19491231%20002X'],
    ['in UTF-16', Buffer.from('x11010519491231002X', 'utf16le')],
    ['packed', gzipSync('11010519491231002X')],
    ['as base64', Buffer.from('11010519491231002X').toString('base64')],
    ['as base64, one further', Buffer.from('a11010519491231002Xb').toString('base64')],
    ['as base64url, two further', Buffer.from('ab11010519491231002Xcd').toString('base64url')],
    ['as hexadecimal', Buffer.from('11010519491231002X').toString('hex')],
  ])('finds a number %s', (_how, bytes) => expect(found(bytes, NUMBER)).toBe(true));

  it.each([
    ['in the clear', '填的是欧阳 若曦'],
    ['escaped as in JSON', '\\u6b27\\u9633\\u82e5\\u66e6'],
    ['as in an address', encodeURIComponent('欧阳若曦')],
    ['as base64', Buffer.from('“欧阳若曦”').toString('base64')],
  ])('finds a name %s', (_how, bytes) => expect(found(bytes, WORDS)).toBe(true));

  it.each([
    ['as they are', Buffer.concat([Buffer.from('head'), BYTES.value as Buffer])],
    ['as base64', Buffer.concat([Buffer.from('h'), BYTES.value as Buffer]).toString('base64')],
    ['as hexadecimal', (BYTES.value as Buffer).toString('hex').toUpperCase()],
  ])('finds bytes %s', (_how, bytes) => expect(found(bytes, BYTES)).toBe(true));

  it('does not find what is masked', () => {
    expect(found('110105********002X，欧***', NUMBER)).toBe(false);
    expect(found('110105********002X，欧***', WORDS)).toBe(false);
  });
});
