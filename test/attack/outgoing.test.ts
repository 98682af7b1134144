import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * The only files that open a connection to somewhere else, each with what keeps its address from being a stranger's.
 * Whoever adds one says here why it is safe.
 */
const OUTGOING: Readonly<Record<string, string>> = {
  'adapters/vendor/call-json.ts': 'the vendor’s base address, set by the operator',
  'adapters/vendor/fetch-bytes.ts': 'public addresses alone, checked again when the name is resolved; no redirects',
  'adapters/dingtalk/stream-line.ts': 'the gateway that DingTalk’s own API names over TLS',
  'adapters/copy/postgres-data.ts': 'DATABASE_URL, or the database that an operator names with --to or --erased-from',
  'adapters/store/sturdy-pool.ts': 'DATABASE_URL',
  'adapters/store/alone.ts': 'DATABASE_URL, or the database that an operator names with --to',
  'cli/doctor/check-machine.ts': 'opens no connection: whether HOST and PORT are free',
  'adapters/bus/postgres-bus.ts': 'DATABASE_URL',
  'adapters/lock/postgres-lock.ts': 'DATABASE_URL',
  'adapters/mail/smtp-mailer.ts': 'SMTP_URL',
  'knowledge/endpoint-embeddings.ts': 'EMBEDDINGS_BASE_URL',
  'knowledge/model/chat-endpoint.ts': 'LLM_BASE_URL; no redirects, by limited-fetch',
  'knowledge/model/limited-fetch.ts': 'LLM_BASE_URL, from chat-endpoint; no redirects',
};

/** What reaches out of the process. */
const REACHES =
  /(?<![.\w])fetch\((?!\))|\brequest as requestHttps?\b|from 'node:(?:https?|net|tls|dgram|http2)'|from '(?:undici|ws|axios|pg|nodemailer|@langchain\/openai|got)'|import\('(?:dingtalk-stream|pg|ws|undici)'\)/;
/** Of those modules, what opens nothing. */
const HARMLESS = /^import type .*$|^import \{[^}]*\bisIP\b[^}]*\} from 'node:net';$/gm;

/** What runs words as code, or another program. */
const RUNS =
  /\beval\(|new Function\(|from 'node:(?:child_process|vm)'|\bsetTimeout\(['"`]|\.innerHTML\s*=|dangerouslySetInnerHTML|\bdocument\.write\(/;

function sources(root: string): readonly (readonly [string, string])[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(ts|tsx|mts|js|mjs)$/.test(name) && !name.includes('node_modules'))
    .map((name) => [name, readFileSync(`${root}/${name}`, 'utf8')] as const);
}

it('reaches out of the process in these files alone', () => {
  const reaching = sources('src').filter(([, text]) => REACHES.test(text.replace(HARMLESS, '')));
  expect(reaching.map(([name]) => name).filter((name) => !(name in OUTGOING))).toEqual([]);
  expect(Object.keys(OUTGOING).filter((name) => !reaching.some(([found]) => found === name))).toEqual([]);
});

it('runs no words as code, and no other program', () => {
  for (const root of ['src', 'web']) {
    expect(sources(root).flatMap(([name, text]) => (RUNS.test(text) ? [`${root}/${name}`] : []))).toEqual([]);
  }
});
