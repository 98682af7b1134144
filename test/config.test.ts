import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { channelFields } from '../src/channel-config.ts';
import { ConfigError, readConfig } from '../src/config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('starts with an empty environment', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './var',
    trustProxy: false,
    rateLimit: 30,
    operator: {},
    logLevel: 'info',
    widgetOrigins: [],
  });
});

it('reads every setting', () => {
  const key = Buffer.alloc(32, 7);
  expect(
    readConfig({
      PORT: '8080',
      HOST: '::1',
      DATA_DIR: '/srv/beian',
      DATABASE_URL: 'postgres://me:secret@db:5432/beian',
      PUBLIC_URL: 'https://beian.example.com/',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      VAULT_KEY: key.toString('base64'),
      RATE_LIMIT: 'off',
      EMBEDDINGS_BASE_URL: 'https://e.example.com/v1',
      EMBEDDINGS_MODEL: 'small',
      EMBEDDINGS_API_KEY: 'k-1',
      LLM_BASE_URL: 'http://127.0.0.1:11434/v1',
      LLM_MODEL: 'talker',
      LLM_TIMEOUT: '2500',
      LLM_BUDGET: '50',
      SMTP_URL: 'smtps://me:hush@mail.example.com',
      SMTP_FROM: 'beian@example.com',
      OPERATOR_NAME: '示例云',
      OPERATOR_CONTACT: 'privacy@example.com',
      CONVERSATION_DAYS: '365',
      LOG_LEVEL: 'debug',
      METRICS_TOKEN: 'a-token-of-prometheus',
      WIDGET_ORIGINS: 'https://a.example, https://b.example:8443/',
    }),
  ).toEqual({
    port: 8080,
    host: '::1',
    dataDir: '/srv/beian',
    databaseUrl: 'postgres://me:secret@db:5432/beian',
    publicUrl: 'https://beian.example.com',
    trustProxy: ['10.0.0.0/8', '::1'],
    vaultKey: key,
    rateLimit: null,
    embeddings: { baseUrl: 'https://e.example.com/v1', model: 'small', apiKey: 'k-1' },
    languageModel: { baseUrl: 'http://127.0.0.1:11434/v1', model: 'talker', timeout: 2500, budget: 50 },
    smtp: { url: 'smtps://me:hush@mail.example.com', from: 'beian@example.com' },
    operator: { name: '示例云', contact: 'privacy@example.com', conversationDays: 365 },
    logLevel: 'debug',
    metricsToken: 'a-token-of-prometheus',
    widgetOrigins: ['https://a.example', 'https://b.example:8443'],
  });
});

it('counts an empty setting as not set', () => {
  expect(readConfig({ PORT: '', RATE_LIMIT: '  ', WIDGET_ORIGINS: '' })).toEqual(readConfig({}));
});

it.each([
  ['true', true],
  ['false', false],
  ['2', 2],
  ['127.0.0.1', ['127.0.0.1']],
])('reads TRUST_PROXY=%s', (text, expected) => {
  expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(expected);
});

it.each([Buffer.alloc(32, 250).toString('hex'), Buffer.alloc(32, 250).toString('base64url')])(
  'reads a vault key written as %s',
  (text) => {
    expect(readConfig({ VAULT_KEY: text }).vaultKey).toEqual(Buffer.alloc(32, 250));
  },
);

it.each([
  ['PORT', '70000'],
  ['PORT', '3000.5'],
  ['PORT', '0x10'],
  ['HOST', 'http://127.0.0.1'],
  ['DATABASE_URL', 'mysql://127.0.0.1/beian'],
  ['PUBLIC_URL', 'beian.example.com'],
  ['PUBLIC_URL', 'https://beian.example.com/path'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['VAULT_KEY', 'too-short'],
  ['VAULT_KEY_NEXT', 'too-short'],
  ['RATE_LIMIT', '0'],
  ['RATE_LIMIT', 'none'],
  ['EMBEDDINGS_BASE_URL', 'file:///etc/passwd'],
  ['LLM_BASE_URL', 'llm.example.com'],
  ['LLM_TIMEOUT', '100'],
  ['LLM_BUDGET', '0'],
  ['SMTP_URL', 'https://mail.example.com'],
  ['SMTP_URL', 'smtp://'],
  ['SMTP_URL', 'smtp://mail.example.com/inbox'],
  ['SMTP_URL', 'smtp://mail.example.com?tls=no'],
  ['SMTP_URL', 'smtp://me:100%@mail.example.com'],
  ['LOG_LEVEL', 'verbose'],
  ['METRICS_TOKEN', 'too-short'],
  ['METRICS_TOKEN', 'a token with spaces in it'],
  ['WIDGET_ORIGINS', '*'],
  ['WIDGET_ORIGINS', 'https://a.example/page'],
])('refuses %s=%s and says what would be right', (name, value) => {
  const [problem] = problemsOf({ [name]: value });
  expect(problem).toMatch(new RegExp(`^${name} .*应该是：.+。$`));
});

it('says what a wrong setting holds', () => {
  expect(problemsOf({ PORT: 'abc' })).toEqual(['PORT 现在是“abc”，应该是：0 到 65535 的整数，例如 3000。']);
});

it('lists everything that is wrong at once', () => {
  const env = { PORT: 'abc', LOG_LEVEL: 'loud', EMBEDDINGS_MODEL: 'small' };
  expect(problemsOf(env).map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'EMBEDDINGS_BASE_URL']);
  expect(() => readConfig(env)).toThrow(
    /有 3 项设置不对，服务没有启动：\n {2}PORT .*\n {2}LOG_LEVEL .*\n {2}EMBEDDINGS_BASE_URL /,
  );
});

it('never repeats a secret', () => {
  const env = {
    DATABASE_URL: 'my:hush@db',
    VAULT_KEY: 'hush',
    EMBEDDINGS_API_KEY: 'hush hush',
    LLM_BASE_URL: 'https://llm.example.com/v1',
    LLM_MODEL: 'talker',
    LLM_API_KEY: 'hush hush',
    EMBEDDINGS_MODEL: 'm',
    SMTP_URL: 'smtp://me:hush#1@mail',
  };
  expect(problemsOf(env)).toHaveLength(6);
  expect(problemsOf(env).join()).not.toContain('hush');
});

it('wants the settings of the language model together', () => {
  expect(problemsOf({ LLM_API_KEY: 'k-1', LLM_MODEL: 'talker' })).toEqual([
    'LLM_BASE_URL 没有设置，而 LLM_MODEL 设置了。两个要一起设置，或者都不设。',
  ]);
});

it('wants the embeddings settings together', () => {
  expect(problemsOf({ EMBEDDINGS_BASE_URL: 'https://e.example.com/v1' })).toEqual([
    'EMBEDDINGS_MODEL 没有设置，而 EMBEDDINGS_BASE_URL 设置了。两个要一起设置，或者都不设。',
  ]);
});

it.each([
  ['smtp://mail.example.com', 'no-reply@mail.example.com'],
  ['smtp://me:hush@mail.example.com:587', 'no-reply@mail.example.com'],
  ['smtps://me%40example.com:hush@mail.example.com', 'me@example.com'],
])('takes the sender of mails from SMTP_URL=%s where none is set', (url, from) => {
  expect(readConfig({ SMTP_URL: url }).smtp).toEqual({ url, from });
});

it.each(['somebody', 'Desk <desk@example.com>', 'a@b, c@d'])('refuses SMTP_FROM=%s', (from) => {
  expect(problemsOf({ SMTP_URL: 'smtp://mail.example.com', SMTP_FROM: from })[0]).toContain('SMTP_FROM 现在是');
});

it('wants a mail server for a sender', () => {
  expect(problemsOf({ SMTP_FROM: 'desk@example.com' })).toEqual([
    'SMTP_URL 没有设置，而 SMTP_FROM 设置了。请设置 SMTP_URL，或者去掉 SMTP_FROM。',
  ]);
});

describe('the channels of vendors', () => {
  const WECHAT = {
    WECHAT_APP_ID: 'wx0123456789abcdef',
    WECHAT_APP_SECRET: 'a-secret-of-wechat',
    WECHAT_TOKEN: 'Token1',
  };

  it('are closed unless they are set up', () => {
    expect(readConfig({})).toMatchObject({ dingtalk: undefined, wechat: undefined, wecom: undefined });
    expect(readConfig(WECHAT)).toMatchObject({ dingtalk: undefined, wechat: { verified: true, desk: 'own' } });
    expect(readConfig({ ...WECHAT, WECHAT_VERIFIED: 'false' }).wechat?.verified).toBe(false);
  });

  it('want all that belongs together, and repeat no secret', () => {
    expect(problemsOf({ WECHAT_APP_ID: 'wx1', WECHAT_TOKEN: 'Token1' })).toEqual([
      'WECHAT_APP_SECRET 没有设置，而 WECHAT_APP_ID 设置了。WECHAT_APP_ID、WECHAT_APP_SECRET、WECHAT_TOKEN 要一起设置，或者都不设。',
    ]);
    expect(problemsOf({ ...WECHAT, WECHAT_AES_KEY: 'too-short-a-key' })).toEqual([
      'WECHAT_AES_KEY 现在的内容不对（这里不显示），应该是：43 个字母或数字，与后台“EncodingAESKey”完全一致。',
    ]);
  });

  it('may be reached at another base', () => {
    const { wechat } = readConfig({ ...WECHAT, WECHAT_API_BASE: 'http://127.0.0.1:4001/' });
    expect(wechat?.apiBase).toBe('http://127.0.0.1:4001');
    expect(problemsOf({ WECHAT_API_BASE: 'http://127.0.0.1:4001/path' })).toHaveLength(1);
  });
});

it('is documented: .env.example names every setting and is itself a valid environment', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const example = Object.fromEntries(lines.flatMap((line) => (/^[A-Z_]+=/.test(line) ? [line.split('=', 2)] : [])));
  expect(readConfig(example)).toEqual(readConfig({}));
  expect(Object.keys(example).sort()).toEqual(
    [
      ...Object.keys(channelFields),
      'CONVERSATION_DAYS',
      'DATABASE_URL',
      'DATA_DIR',
      'EMBEDDINGS_API_KEY',
      'EMBEDDINGS_BASE_URL',
      'EMBEDDINGS_MODEL',
      'HOST',
      'IDENTITY_SECRET',
      'LLM_API_KEY',
      'LLM_BASE_URL',
      'LLM_BUDGET',
      'LLM_MODEL',
      'LLM_TIMEOUT',
      'LOG_LEVEL',
      'METRICS_TOKEN',
      'OPERATOR_CONTACT',
      'OPERATOR_NAME',
      'PORT',
      'PUBLIC_URL',
      'RATE_LIMIT',
      'SMTP_FROM',
      'SMTP_URL',
      'TRUST_PROXY',
      'VAULT_KEY',
      'VAULT_KEY_NEXT',
      'WIDGET_ORIGINS',
    ].sort(),
  );
});
