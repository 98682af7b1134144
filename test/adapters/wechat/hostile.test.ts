import { expect, it, onTestFinished } from 'vitest';
import type { WechatConfig } from '../../../src/adapters/vendor/channel-configs.ts';
import { signatureOf } from '../../sim/crypto/signature.ts';
import { type SimRandom, seededRandom } from '../../sim/random.ts';
import { testSeed } from '../../sim/test-seed.ts';
import { enveloped } from '../../sim/wechat/envelope.ts';
import { SECRETS } from './account.ts';
import { lightAccount } from './light-account.ts';

const KEYS = { token: SECRETS.token, aesKey: SECRETS.aesKey, receiver: SECRETS.appId };
const USER = 'oHonest0000000000000000001';
const PAYLOADS = [
  '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><xml><Content>&c;</Content></xml>',
  '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><xml><Content>&x;</Content></xml>',
  '<?xml version="1.0" encoding="UTF-16"?><xml><Encrypt>x</Encrypt></xml>',
  `<xml>${'<a>'.repeat(20_000)}`,
  `{"a":${'['.repeat(20_000)}`,
  `{"Encrypt":${'9'.repeat(30_000)}}`,
  '{"__proto__":{"FromUserName":"x"},"constructor":{"prototype":{}}}',
  '<xml><__proto__><FromUserName>x</FromUserName></__proto__></xml>',
  'x'.repeat(200_000),
  '\u0000'.repeat(1_000),
  '<xml><Encrypt><![CDATA[</Encrypt></xml>',
  '',
];

async function account(config?: Partial<WechatConfig>) {
  const light = await lightAccount(config);
  onTestFinished(() => light.close());
  return light;
}

function pushOf(
  text: string,
  at: number,
  random: SimRandom,
  mode: 'plain' | 'compat' | 'safe',
  format: 'xml' | 'json',
) {
  const fields = {
    ...{ ToUserName: SECRETS.ghId, FromUserName: USER, CreateTime: Math.floor(at / 1_000), MsgType: 'text' },
    ...{ Content: text, MsgId: BigInt(10_000_000 + random.below(2 ** 30)) },
  };
  return enveloped(fields, { mode, format }, KEYS, random, at);
}

function bentText(text: string, random: SimRandom): string {
  const at = random.below(text.length + 1);
  switch (random.below(5)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + String.fromCharCode(random.below(0x3000)) + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + random.below(20));
    case 3: {
      const other = random.pick([...'<>&]["{}\\:,0Aa=+/-中\u0000\uFFFD']);
      return text.slice(0, at) + other + text.slice(at + 1);
    }
    default:
      return text.slice(0, at) + text.slice(random.below(text.length));
  }
}

function bentQuery(query: Readonly<Record<string, string>>, random: SimRandom) {
  const name = random.pick(Object.keys(query));
  const value = query[name] ?? '';
  switch (random.below(5)) {
    case 0:
      return Object.fromEntries(Object.entries(query).filter(([one]) => one !== name));
    case 1:
      return { ...query, [name]: [value, value] };
    case 2:
      return { ...query, [name]: bentText(value, random) };
    case 3:
      return { ...query, [name]: '' };
    default:
      return { ...query, timestamp: String(Number(query.timestamp) - random.below(2) * 3_600 - 1) };
  }
}

it('3 000 callbacks that were tampered with neither do anything of their own nor bring anything down', async () => {
  const random = seededRandom(testSeed());
  const { post, heard, errors, now } = await account();
  const tally = new Map<number, number>();
  for (let round = 0; round < 5_000; round++) {
    const push = pushOf(
      `honest ${round}`,
      now(),
      random,
      random.pick(['safe', 'compat']),
      random.pick(['xml', 'json']),
    );
    const kind = random.below(4);
    const query = kind === 0 || kind === 3 ? bentQuery(push.query, random) : push.query;
    const body =
      kind === 1 || kind === 3
        ? bentText(push.body.toString(), random)
        : kind === 2
          ? random.pick(PAYLOADS)
          : push.body;
    const { statusCode } = await post(query, body, random.pick(['text/xml', 'application/json', 'text/plain', 'a/b']));
    tally.set(statusCode, (tally.get(statusCode) ?? 0) + 1);
  }
  expect([...tally.keys()].filter((status) => ![200, 400, 403, 413].includes(status))).toEqual([]);
  expect(tally.get(403) ?? 0).toBeGreaterThan(3_300);
  // What was bent where it does not matter is still what the platform said.
  expect(heard.filter(({ text, talk }) => talk.user !== USER || !/^honest \d+$/.test(text))).toEqual([]);
  expect(heard.length).toBe(tally.get(200) ?? 0);
  expect(errors).toEqual([]);
}, 120_000);

it('what the platform itself seals may hold anything', async () => {
  const random = seededRandom(testSeed());
  const { post, errors, now } = await account();
  for (let round = 0; round < 500; round++) {
    const format = random.pick(['xml', 'json'] as const);
    const fields = {
      ToUserName: 'gh',
      FromUserName: random.pick([USER, '', '__proto__']),
      MsgType: random.pick(['text', 'event', 'toString', '']),
    };
    const noise = Object.fromEntries(
      Array.from({ length: random.below(6) }, () => [
        random.pick(['Content', 'Event', 'EventKey', 'MsgId', 'MediaId', 'CreateTime', 'Recognition']),
        bentText(random.pick(PAYLOADS.slice(0, 3)), random),
      ]),
    );
    const push = enveloped({ ...fields, ...noise }, { mode: 'safe', format }, KEYS, random, now());
    expect([200, 400]).toContain((await post(push.query, push.body)).statusCode);
  }
  expect(errors).toEqual([]);
}, 60_000);

it('a plain push is refused where a key is set, and one under a signature that was seen with other words', async () => {
  const random = seededRandom(testSeed());
  const sealed = await account();
  const plain = await account({ aesKey: undefined });
  const push = pushOf('honest', sealed.now(), random, 'plain', 'xml');
  expect((await sealed.post(push.query, push.body)).statusCode).toBe(403);
  expect(sealed.warned.at(-1)).toContain('安全模式');
  expect((await plain.post(push.query, push.body)).statusCode).toBe(200);
  expect((await plain.post(push.query, push.body.toString().replace('honest', 'forged'))).statusCode).toBe(403);
  plain.pass(601_000);
  expect((await plain.post(push.query, push.body)).statusCode).toBe(403);
  expect(plain.warned).toEqual([expect.stringContaining('校准服务器的时间')]);
  expect(plain.heard.map(({ text }) => text)).toEqual(['honest']);
});

it('the operator is told what to put right, once a minute', async () => {
  const random = seededRandom(testSeed());
  const { post, warned, pass, now, get } = await account();
  const push = pushOf('honest', now(), random, 'safe', 'xml');
  for (let round = 0; round < 50; round++) await post({ ...push.query, msg_signature: 'x' }, push.body);
  expect(warned).toEqual(['签名不符：请核对 WECHAT_TOKEN 与公众号后台“服务器配置”中的 Token']);
  pass(60_000);
  await get({ signature: 'x', timestamp: '1', nonce: '2', echostr: '3' });
  expect(warned).toHaveLength(2);
  const other = enveloped(
    { FromUserName: USER },
    {},
    { ...KEYS, aesKey: `B${SECRETS.aesKey.slice(1)}` },
    random,
    now(),
  );
  expect((await post(other.query, other.body)).statusCode).toBe(403);
  expect(warned.at(-1)).toContain('WECHAT_AES_KEY');
  const open = await account({ aesKey: undefined });
  expect((await open.post(push.query, push.body)).statusCode).toBe(403);
  expect(open.warned.at(-1)).toContain('填到 WECHAT_AES_KEY');
});

it('bodies have a limit', async () => {
  const random = seededRandom(testSeed());
  const { post, now } = await account();
  const small = pushOf('长'.repeat(2_000), now(), random, 'compat', 'xml');
  expect((await post(small.query, small.body)).statusCode).toBe(200);
  const large = pushOf('长'.repeat(60_000), now(), random, 'compat', 'xml');
  expect((await post(large.query, large.body)).statusCode).toBe(413);
  const timestamp = String(Math.floor(now() / 1_000));
  const query = { timestamp, nonce: '1', signature: signatureOf(SECRETS.token, timestamp, '1') };
  expect((await post(query, 'x'.repeat(70_000))).statusCode).toBe(413);
});
