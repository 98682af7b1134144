import { describe, expect, it } from 'vitest';
import { callbackQuery, isFresh } from '../../../src/adapters/vendor/callback/callback-query.ts';
import { readFields } from '../../../src/adapters/vendor/callback/read-fields.ts';
import { writeFields } from '../../../src/adapters/vendor/callback/write-fields.ts';

describe('a body', () => {
  it('is read as it was written, in both formats', () => {
    for (const format of ['xml', 'json'] as const) {
      for (const Content of ['您好', ' a ]]> b <![CDATA[ c ', '<b>&amp;</b>', '<!DOCTYPE html>', '00123', '"\\"', '']) {
        const text = writeFields(format, { Content, CreateTime: 1_714_112_445 });
        expect(readFields(text)).toEqual({ format, fields: { Content, CreateTime: '1714112445' } });
      }
    }
  });

  it('keeps every digit of an id', () => {
    const MsgId = '23456789012345678901';
    expect(readFields(`<xml><MsgId>${MsgId}</MsgId></xml>`)?.fields).toEqual({ MsgId });
    expect(readFields(`{"MsgId":${MsgId},"Latitude":23.137466,"Content":"1\\"2: 3"}`)?.fields).toEqual({
      ...{ MsgId, Latitude: '23.137466', Content: '1"2: 3' },
    });
  });

  it('is none where it holds what the platform never writes', () => {
    for (const text of [
      '',
      'hello',
      '[1]',
      '{',
      '{"a":1',
      'null',
      '<xml>',
      '<html></html>',
      '<!DOCTYPE xml><xml><A>1</A></xml>',
      '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>',
      '<xml><!-- <![CDATA[ --><!DOCTYPE xml>]]><A>1</A></xml>',
      '<?xml version="1.0"?><?x <![CDATA[ ?><!DOCTYPE xml>]]><xml><A>1</A></xml>',
      `${'<a>'.repeat(20_000)}`,
      `<xml>${'<a>'.repeat(9_000)}${'</a>'.repeat(9_000)}</xml`,
      `${'['.repeat(50_000)}`,
    ]) {
      expect(readFields(text), text.slice(0, 60)).toBeUndefined();
    }
  });

  it('gives no field that is written twice, or is no text', () => {
    expect(readFields('<xml><A>1</A><A>2</A><B><C>3</C></B><D>4</D></xml>')?.fields).toEqual({ D: '4' });
    expect(readFields('{"A":[1],"B":{"C":3},"D":4,"E":null,"F":true}')?.fields).toEqual({ D: '4' });
    expect(Object.getPrototypeOf(readFields('{"__proto__":"x","D":4}')?.fields)).toBe(Object.prototype);
    expect(readFields('{"A":1}')?.fields.constructor).not.toBe('1');
  });

  it('holds no character that XML has no place for', () => {
    expect(readFields(writeFields('xml', { Content: 'a\u0000\u0008b\u000Bc\uFFFFd\te\n' }))?.fields).toEqual({
      Content: 'abcd\te\n',
    });
  });
});

describe('a query', () => {
  it('leaves out what is written twice', () => {
    expect(callbackQuery({ signature: ['a', 'b'], nonce: '1', other: 'x' })).toEqual({ nonce: '1' });
    expect(callbackQuery(undefined)).toEqual({});
  });

  it('is fresh for ten minutes, either way', () => {
    const now = new Date(1_714_112_445_000);
    expect(isFresh({ timestamp: '1714112445' }, now)).toBe(true);
    expect(isFresh({ timestamp: String(1_714_112_445 - 601) }, now)).toBe(false);
    expect(isFresh({ timestamp: String(1_714_112_445 + 601) }, now)).toBe(false);
    expect(isFresh({ timestamp: '1e9' }, now)).toBe(false);
    expect(isFresh({}, now)).toBe(false);
  });
});
