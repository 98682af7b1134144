import { isIP } from 'node:net';
import { z } from 'zod';
import { parseKey } from './adapters/vault/key.ts';
import { channelFields, channelsOf, missingForChannels, SECRET_OF_CHANNELS } from './channel-config.ts';
import { operatorFields, operatorOf } from './operator-config.ts';

/** What an operator can set; `.env.example` says what each is for. */
export type Config = z.output<typeof Environment>;

/** One error for everything that is wrong with the environment, so that it can be put right in one go. */
export class ConfigError extends Error {
  readonly code = 'config';
  /** One sentence for each wrong setting, led by its name. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      [`有 ${problems.length} 项设置不对，服务没有启动：`, ...problems.map((problem) => `  ${problem}`)].join('\n'),
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Settings whose content is never repeated in an error. */
export const SECRETS: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'VAULT_KEY',
  'VAULT_KEY_NEXT',
  'IDENTITY_SECRET',
  'EMBEDDINGS_API_KEY',
  'LLM_API_KEY',
  'SMTP_URL',
  'METRICS_TOKEN',
  ...SECRET_OF_CHANNELS,
]);

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const KEY_SHOULD = '写成 64 个十六进制字符或 Base64，可以用 openssl rand -base64 32 生成';
const key = (should: string) =>
  z
    .string()
    .refine((text) => parseKey(text) !== undefined, should)
    .transform(parseKey)
    .optional();

/** Each field's message says what would be right; an unset one takes its default. */
export const Environment = z
  .object({
    PORT: z
      .string()
      .refine((text) => wholeNumber(text, 0, 65_535), '0 到 65535 的整数，例如 3000')
      .transform(Number)
      .default(3000),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, '要监听的地址，例如 127.0.0.1，或者 0.0.0.0（所有网卡）')
      .default('127.0.0.1'),
    DATA_DIR: z.string().default('./var'),
    DATABASE_URL: z
      .string()
      .refine(
        isUrl('postgres:', 'postgresql:'),
        'PostgreSQL 的地址，例如 postgres://user:password@127.0.0.1:5432/beian',
      )
      .optional(),
    PUBLIC_URL: z
      .string()
      .transform(withoutSlash)
      .refine(isOrigin, '用户打开本服务的地址，只有协议、域名和端口，例如 https://beian.example.com')
      .optional(),
    TRUST_PROXY: z
      .string()
      .refine(
        (text) => parseProxies(text) !== undefined,
        'true、false、代理的层数（1 到 9），或者代理的地址，用逗号分开，例如 10.0.0.0/8,127.0.0.1',
      )
      .transform((text) => parseProxies(text) ?? false)
      .default(false),
    VAULT_KEY: key(`32 字节的密钥，${KEY_SHOULD}`),
    VAULT_KEY_NEXT: key(`换上去的新密钥，32 字节，${KEY_SHOULD}`),
    IDENTITY_SECRET: z.string().min(16, '至少 16 个字符的密钥，可以用 openssl rand -hex 32 生成').optional(),
    RATE_LIMIT: z
      .string()
      .refine(
        (text) => text === 'off' || wholeNumber(text, 1, 100_000),
        '每个对话每分钟最多几条消息，1 到 100000 的整数，例如 30，或者 off（不限）',
      )
      .transform((text) => (text === 'off' ? null : Number(text)))
      .default(30),
    EMBEDDINGS_BASE_URL: z
      .string()
      .refine(isUrl('http:', 'https:'), 'OpenAI 兼容的向量服务的地址，例如 https://embeddings.example.com/v1')
      .optional(),
    EMBEDDINGS_MODEL: z.string().optional(),
    EMBEDDINGS_API_KEY: z.string().regex(/^\S+$/, '向量服务的密钥，不含空格').optional(),
    LLM_BASE_URL: z
      .string()
      .refine(isUrl('http:', 'https:'), 'OpenAI 兼容的对话服务的地址，例如 https://llm.example.com/v1')
      .optional(),
    LLM_MODEL: z.string().optional(),
    LLM_API_KEY: z.string().regex(/^\S+$/, '语言模型服务的密钥，不含空格').optional(),
    LLM_TIMEOUT: z
      .string()
      .refine(
        (text) => wholeNumber(text, 500, 30_000),
        '一次回答里等语言模型最多多少毫秒，500 到 30000 的整数，例如 4000',
      )
      .transform(Number)
      .default(4000),
    LLM_BUDGET: z
      .string()
      .refine((text) => wholeNumber(text, 1, 1_000_000), '每小时最多问语言模型几次，1 到 1000000 的整数，例如 600')
      .transform(Number)
      .default(600),
    SMTP_URL: z
      .string()
      .refine(
        isMailServer,
        '邮件服务器的地址，例如 smtp://user:password@smtp.example.com:587 或 smtps://user:password@smtp.example.com:465，用户名和密码里的特殊字符写成百分号编码',
      )
      .optional(),
    SMTP_FROM: z.string().refine(isAddress, '发件人的邮箱地址，例如 no-reply@example.com').optional(),
    LOG_LEVEL: z.enum(LEVELS, { error: `${LEVELS.join('、')} 中的一个` }).default('info'),
    METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7E]{16,200}$/, '16 到 200 个字符的令牌，不含空格，可以用 openssl rand -hex 32 生成')
      .optional(),
    WIDGET_ORIGINS: z
      .string()
      .transform((text) => parseList(text).map(withoutSlash))
      .refine(
        (list) => list.length > 0 && list.every(isOrigin),
        '允许嵌入的网站，用逗号分开，例如 https://www.example.com,https://shop.example.com',
      )
      .default([]),
    ...operatorFields,
    ...channelFields,
  })
  .transform((env) => ({
    ...channelsOf(env),
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    /** Without a trailing slash. */
    publicUrl: env.PUBLIC_URL,
    /** Whose `X-Forwarded-For` is believed: nobody's, everybody's, that of the last n proxies, or of these addresses. */
    trustProxy: env.TRUST_PROXY,
    /** 32 bytes; undefined: the key file under `dataDir`. */
    vaultKey: env.VAULT_KEY,
    /** What `npm run rotate-key` changes it to. The service does not look at it. */
    nextVaultKey: env.VAULT_KEY_NEXT,
    /** What the sites around us sign the ids of their users with. */
    identitySecret: env.IDENTITY_SECRET,
    /** Messages a minute for one talk; null lifts every limit. */
    rateLimit: env.RATE_LIMIT,
    /** A service that encodes instead of the shipped model. */
    embeddings:
      env.EMBEDDINGS_BASE_URL && env.EMBEDDINGS_MODEL
        ? { baseUrl: env.EMBEDDINGS_BASE_URL, model: env.EMBEDDINGS_MODEL, apiKey: env.EMBEDDINGS_API_KEY }
        : undefined,
    /** A language model that helps to understand; undefined: none is asked. */
    languageModel:
      env.LLM_BASE_URL && env.LLM_MODEL
        ? {
            ...{ baseUrl: env.LLM_BASE_URL, model: env.LLM_MODEL, apiKey: env.LLM_API_KEY },
            ...{ timeout: env.LLM_TIMEOUT, budget: env.LLM_BUDGET },
          }
        : undefined,
    /** Who runs the service, as people are told at `/privacy`, and after how many days of silence a conversation is erased; undefined: never. */
    operator: operatorOf(env),
    /** Where answers to 留言 go out by e-mail, and the address they come from. */
    smtp: env.SMTP_URL ? { url: env.SMTP_URL, from: env.SMTP_FROM ?? senderOf(env.SMTP_URL) } : undefined,
    logLevel: env.LOG_LEVEL,
    /** What Prometheus shows to read `/metrics`; without it only this machine may. */
    metricsToken: env.METRICS_TOKEN,
    /** Other sites whose pages may embed the assistant and call its API. */
    widgetOrigins: env.WIDGET_ORIGINS,
  }));

/** Reads the settings; an empty one counts as not set. Throws a ConfigError that names every wrong one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const read = Environment.safeParse(given);
  const wrong = read.error?.issues.map(({ path, message }) => problem(String(path[0]), given, message)) ?? [];
  const problems = [...wrong, ...missing(given)];
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  return read.data;
}

function problem(name: string, given: Readonly<Record<string, string>>, should: string): string {
  const holds = SECRETS.has(name) ? '现在的内容不对（这里不显示）' : `现在是“${given[name]?.slice(0, 80)}”`;
  return `${name} ${holds}，应该是：${should}。`;
}

/** Settings that only work together. */
function missing(given: Readonly<Record<string, string>>): string[] {
  const nobody = given.SMTP_FROM && !given.SMTP_URL;
  const endpoints = ['EMBEDDINGS', 'LLM'].flatMap((kind) => {
    const both = [`${kind}_BASE_URL`, `${kind}_MODEL`];
    const [first] = [...both, `${kind}_API_KEY`].filter((name) => given[name]);
    return both
      .filter((name) => first && !given[name])
      .map((name) => `${name} 没有设置，而 ${first} 设置了。两个要一起设置，或者都不设。`);
  });
  return [
    ...missingForChannels(given),
    ...endpoints,
    ...(nobody ? ['SMTP_URL 没有设置，而 SMTP_FROM 设置了。请设置 SMTP_URL，或者去掉 SMTP_FROM。'] : []),
  ];
}

function wholeNumber(text: string, least: number, most: number): boolean {
  return /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

function isUrl(...protocols: readonly string[]): (text: string) => boolean {
  return (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).host !== '';
}

/** Of a mail server only its place and how to sign in: anything more would be lost. */
function isMailServer(text: string): boolean {
  if (!isUrl('smtp:', 'smtps:')(text)) return false;
  const { username, password, pathname, search, hash } = new URL(text);
  return canDecode(username) && canDecode(password) && /^\/?$/.test(pathname) && search === '' && hash === '';
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isAddress(text: string): boolean {
  return /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/.test(text);
}

/** Who signs in, where that is an address. */
function senderOf(url: string): string {
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  return isAddress(user) ? user : `no-reply@${hostname}`;
}

function isOrigin(text: string): boolean {
  return isUrl('http:', 'https:')(text) && new URL(text).origin === text;
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}

function parseList(text: string): string[] {
  return text.split(',').flatMap((part) => (part.trim() ? [part.trim()] : []));
}

function parseProxies(text: string): boolean | number | readonly string[] | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^[1-9]$/.test(text)) return Number(text);
  const list = parseList(text);
  return list.length > 0 && list.every(isNetwork) ? list : undefined;
}

/** `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return version > 0 && more.length === 0 && (bits === undefined || wholeNumber(bits, 0, version === 4 ? 32 : 128));
}
