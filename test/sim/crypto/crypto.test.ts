import { readFileSync } from 'node:fs';
import * as wecom from '@wecom/crypto';
import { describe, expect, it } from 'vitest';
import { mispadded } from './mispadded.ts';
import { readXml } from './read-xml.ts';
import { open, seal } from './sealed.ts';
import { signatureOf } from './signature.ts';
import { writeJson } from './write-json.ts';
import { writeXml } from './write-xml.ts';

interface Vector {
  readonly token: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly aes?: string;
  readonly id?: string;
  readonly appid?: string;
  readonly encrypt?: string;
  readonly echostr?: string;
  readonly plain?: string;
  readonly random?: string;
  readonly signature?: string;
  readonly url_signature?: string;
  readonly msg_signature?: string;
}

const vectors = Object.entries(
  JSON.parse(readFileSync('test/fixtures/wechat-crypto.json', 'utf8')) as Record<string, Vector>,
);

const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const salt = Buffer.from('0123456789abcdef');

describe('the envelope of WeChat and WeCom', () => {
  it.each(vectors)('agrees with the published vector %s', (name, vector) => {
    const { token, timestamp, nonce, aes, plain, random } = vector;
    const sealed = vector.encrypt ?? (aes ? vector.echostr : undefined);
    const urlSignature = vector.url_signature ?? (aes ? undefined : vector.signature);
    const msgSignature = vector.msg_signature ?? (aes ? vector.signature : undefined);
    let checked = 0;
    if (urlSignature !== undefined) {
      expect(signatureOf(token, timestamp, nonce)).toBe(urlSignature);
      checked += 1;
    }
    if (aes !== undefined && sealed !== undefined) {
      const receiver = vector.appid ?? vector.id;
      const opened = open(aes, sealed);
      if (plain !== undefined) expect(opened.text).toBe(plain);
      if (receiver !== undefined) expect(opened.receiver).toBe(receiver);
      if (random !== undefined) expect(opened.salt.toString()).toBe(random);
      if (msgSignature !== undefined) expect(signatureOf(token, timestamp, nonce, sealed)).toBe(msgSignature);
      expect(seal(aes, opened.text, opened.receiver, opened.salt)).toBe(sealed);
      checked += 1;
    }
    expect(checked, name).toBeGreaterThan(0);
  });

  it('agrees with another implementation over every length of padding', () => {
    for (const letter of ['a', '备']) {
      for (let length = 0; length <= 96; length += 1) {
        const text = letter.repeat(length);
        const sealed = seal(KEY, text, 'wx0123456789abcdef', salt);
        expect(wecom.encrypt(KEY, text, 'wx0123456789abcdef', salt)).toBe(sealed);
        expect(wecom.decrypt(KEY, sealed)).toMatchObject({ message: text, id: 'wx0123456789abcdef' });
        expect(open(KEY, sealed)).toMatchObject({ text, receiver: 'wx0123456789abcdef' });
        const signature = signatureOf('token', '1714036504', '1514711492', sealed);
        expect(wecom.getSignature('token', '1714036504', '1514711492', sealed)).toBe(signature);
      }
    }
  });

  it('opens nothing whose padding, length or key is wrong, though the other one does', () => {
    for (let length = 0; length < 32; length += 1) {
      const spoilt = mispadded(KEY, seal(KEY, 'x'.repeat(length), 'wx01', salt));
      expect(() => open(KEY, spoilt)).toThrow(/padding/);
      expect(wecom.decrypt(KEY, spoilt).message).toBe('x'.repeat(length));
    }
    expect(() => open(KEY, 'AAAA')).toThrow(/multiple/);
    expect(() => open('A'.repeat(43), seal(KEY, '您好', 'wx01', salt))).toThrow();
    expect(() => open('short', 'AAAA')).toThrow(/EncodingAESKey/);
  });
});

describe('the XML of the platforms', () => {
  it('comes back as it was written', () => {
    const fields = {
      ToUserName: 'gh_1',
      Content: 'a ]]> b <c> &amp; 备案',
      CreateTime: 1714036504,
      Info: { Key: 'k' },
    };
    expect(readXml(writeXml(fields))).toEqual({ ...fields, CreateTime: '1714036504' });
    expect(writeXml({ MsgId: 23_000_000_000_000_003n })).toBe('<xml><MsgId>23000000000000003</MsgId></xml>');
    expect(writeJson({ a: '"', b: { c: 1 }, MsgId: 23_000_000_000_000_003n })).toBe(
      '{"a":"\\"","b":{"c":1},"MsgId":23000000000000003}',
    );
  });

  it('reads lists, entities and white space', () => {
    const xml = '<xml>\n <A>1 &lt; &#50; &#x33;</A> <L><i>1</i><i>2</i></L><E></E><F/></xml>\n';
    expect(readXml(xml)).toEqual({ A: '1 < 2 3', L: { i: ['1', '2'] }, E: '', F: '' });
  });

  it.each([
    '{"a":1}',
    'success!',
    '<xml><a>1</xml>',
    '<xml><a>1</a>',
    '<!DOCTYPE x><xml><a>1</a></xml>',
    '<xml><a b="c">1</a></xml>',
    '<xml><a>&own;</a></xml>',
    '<xml>text</xml>',
    '<xml><a><![CDATA[1 ]]> 2]]></a></xml>',
    '<xml><a>1</a></xml><xml><a>1</a></xml>',
  ])('refuses %s', (xml) => {
    expect(() => readXml(xml)).toThrow();
  });
});
