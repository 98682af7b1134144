import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { aesKeyOf } from '../../../src/adapters/vendor/callback/aes-key.ts';
import { openCallback, sealAnswer } from '../../../src/adapters/vendor/callback/sealed-callback.ts';
import { openSealed, sealText } from '../../../src/adapters/vendor/callback/sealed-text.ts';
import { isSigned, signatureOf } from '../../../src/adapters/vendor/callback/signature.ts';
import { seededRandom } from '../../sim/random.ts';
import { testSeed } from '../../sim/test-seed.ts';

interface Vector {
  readonly token: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly aes?: string;
  readonly appid?: string;
  readonly id?: string;
  readonly signature?: string;
  readonly msg_signature?: string;
  readonly encrypt?: string;
  readonly echostr?: string;
  readonly random?: string;
  readonly plain?: string;
}

const vectors = Object.entries(
  JSON.parse(readFileSync('test/fixtures/wechat-crypto.json', 'utf8')) as Record<string, Vector>,
);
const sealedOf = ({ encrypt, echostr, aes }: Vector): string => (aes === undefined ? '' : (encrypt ?? echostr ?? ''));
/** The one vector that names nobody in its source. */
const receiverOf = ({ appid, id }: Vector): string => appid ?? id ?? 'ding6ccabc44d2c8d38b';

describe('the published vectors', () => {
  it.each(vectors)('%s: the signature is right', (_name, vector) => {
    const { token, timestamp, nonce, msg_signature, signature } = vector;
    const given = msg_signature ?? signature;
    if (given === undefined) return expect(vector.aes).toBeDefined();
    const sealed = sealedOf(vector);
    const parts = [token, timestamp, nonce, ...(sealed === '' ? [] : [sealed])];
    expect(isSigned(given, ...parts)).toBe(true);
    expect(isSigned(given, ...parts.with(0, `${token}x`))).toBe(false);
  });

  it.each(vectors.filter(([, vector]) => sealedOf(vector) !== ''))('%s: opens', (_name, vector) => {
    const opened = openSealed(aesKeyOf(vector.aes ?? ''), receiverOf(vector), sealedOf(vector));
    expect(opened).toBeDefined();
    if (vector.plain !== undefined) expect(opened).toBe(vector.plain);
    expect(openSealed(aesKeyOf(vector.aes ?? ''), 'somebody else', sealedOf(vector))).toBeUndefined();
  });

  it.each(vectors.filter(([, { random, plain, encrypt }]) => random && plain && encrypt))(
    '%s: is sealed to the byte',
    (_name, vector) => {
      const { random = '', plain = '', aes = '', encrypt } = vector;
      const sealed = sealText(aesKeyOf(aes), receiverOf(vector), plain, Buffer.from(random));
      expect(sealed).toBe(encrypt);
    },
  );

  it('the answer of the documentation comes out as it stands there', () => {
    const vector = new Map(vectors).get('mp_safe_reply');
    if (!vector) throw new Error('no vector');
    const { token, aes = '', appid = '', plain = '', timestamp, nonce, random = '', encrypt, msg_signature } = vector;
    const answer = sealAnswer(
      { token, receiver: appid },
      {
        ...{ format: 'json', text: plain, key: aesKeyOf(aes), nonce },
        timestamp: Number(timestamp),
        random: Buffer.from(random),
      },
    );
    expect(JSON.parse(answer)).toEqual({
      Encrypt: encrypt,
      MsgSignature: msg_signature,
      TimeStamp: Number(timestamp),
      Nonce: nonce,
    });
  });
});

interface WecomCrypto {
  encrypt(key: string, message: string, id: string): string;
  decrypt(key: string, sealed: string): { readonly message: string; readonly id: string };
  getSignature(token: string, timestamp: string, nonce: string, sealed: string): string;
}
const require = createRequire(import.meta.url);
const wecom = require('@wecom/crypto') as WecomCrypto;

const AES = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const ID = 'wx0123456789abcdef';
const KEY = aesKeyOf(AES);
/** Every length of the last block, in one and in three bytes a character. */
const texts = Array.from({ length: 66 }, (_, length) => ['a'.repeat(length), '备'.repeat(length)]).flat();

describe('what others wrote', () => {
  it('opens what we seal, and we what it seals', () => {
    for (const text of texts) {
      const ours = sealText(KEY, ID, text);
      expect(wecom.decrypt(AES, ours)).toMatchObject({ message: text, id: ID });
      expect(openSealed(KEY, ID, wecom.encrypt(AES, text, ID))).toBe(text);
      expect(wecom.getSignature('token', '1', '2', ours)).toBe(signatureOf('token', '1', '2', ours));
    }
  });
});

describe('what was tampered with', () => {
  const secrets = { token: 'token', receiver: ID, keys: [KEY] };
  const query = (sealed: string) => ({
    timestamp: '1',
    nonce: '2',
    msg_signature: signatureOf('token', '1', '2', sealed),
  });

  it('is refused, whichever bit of it, though it is signed', () => {
    const bytes = Buffer.from(sealText(KEY, ID, '您好'), 'base64');
    const last = bytes.length - 1;
    for (const [at, bit] of [...Array(8).keys()].map((one) => [last, one] as const)) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ (1 << bit);
      const sealed = other.toString('base64');
      expect(openCallback(secrets, query(sealed), sealed)).toBe('key');
    }
  });

  it('opens no block of nothing but zeros, none of a wrong size, and no other alphabet', () => {
    for (const sealed of [
      Buffer.alloc(32).toString('base64'),
      Buffer.alloc(48).toString('base64'),
      '',
      'AAAA',
      `${sealText(KEY, ID, 'a').slice(0, -1)}-`,
    ]) {
      expect(openSealed(KEY, ID, sealed)).toBeUndefined();
    }
  });

  it('opens nothing in random bytes that are signed', () => {
    const random = seededRandom(testSeed());
    for (let round = 0; round < 2_000; round++) {
      const bytes = Buffer.from(Array.from({ length: 32 * (1 + random.below(6)) }, () => random.below(256)));
      const sealed = bytes.toString('base64');
      expect(openCallback(secrets, query(sealed), sealed)).toBe('key');
    }
  });

  it('tells a wrong signature from a wrong key, and takes the key before', () => {
    const old = aesKeyOf(`B${AES.slice(1)}`);
    const sealed = sealText(old, ID, '您好');
    expect(openCallback(secrets, { ...query(sealed), nonce: '3' }, sealed)).toBe('signature');
    expect(openCallback(secrets, {}, sealed)).toBe('signature');
    expect(openCallback(secrets, query(sealed), undefined)).toBe('signature');
    expect(openCallback(secrets, query(sealed), sealed)).toBe('key');
    expect(openCallback({ ...secrets, keys: [KEY, old] }, query(sealed), sealed)).toEqual({ text: '您好', key: old });
  });
});
