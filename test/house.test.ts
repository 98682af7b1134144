import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Which rooms a room may import from. Everything else points the wrong way. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  text: [],
  knowledge: ['text'],
  diagnostics: ['text'],
  handoff: ['text'],
  bot: ['text', 'knowledge', 'diagnostics', 'handoff'],
  adapters: ['bot', 'text', 'knowledge', 'diagnostics', 'handoff'],
  cli: ['', 'adapters', 'bot', 'text', 'knowledge', 'diagnostics', 'handoff'],
  '': ['adapters', 'bot', 'text', 'knowledge', 'diagnostics', 'handoff', 'cli'],
};

/** Where a library may be imported; the path begins like this. */
const borders: Readonly<Record<string, readonly string[]>> = {
  botkit: ['bot/botkit/', 'bot/dialogs/', 'bot/assistant.ts'],
  'botbuilder-core': ['bot/botkit/', 'bot/dialogs/'],
  'botbuilder-dialogs': ['bot/botkit/', 'bot/dialogs/', 'bot/assistant.ts'],
  'hnswlib-node': ['knowledge/graph.ts'],
  '@langchain/core': ['knowledge/'],
  '@langchain/openai': ['knowledge/'],
  'onnxruntime-node': ['knowledge/encoder-worker.ts', 'diagnostics/image/'],
  sharp: ['diagnostics/image/'],
  '@techstark/opencv-js': ['diagnostics/image/'],
  'heic-decode': ['diagnostics/image/'],
  'file-type': ['diagnostics/image/'],
  'ua-parser-js': ['adapters/'],
  '@node-rs/argon2': ['adapters/console/'],
  otpauth: ['adapters/console/'],
  '@fastify/cookie': ['adapters/console/'],
  fastify: ['adapters/'],
  kysely: ['adapters/'],
  pg: ['adapters/'],
  'better-sqlite3': ['adapters/'],
  'prom-client': ['adapters/metrics/'],
  'chinese-days': ['handoff/hours.ts'],
  nodemailer: ['adapters/mail/'],
  'dingtalk-stream': ['adapters/dingtalk/'],
  'fast-xml-parser': ['adapters/vendor/'],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));
const imports = files.flatMap((file) =>
  [...readFileSync(`src/${file}`, 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, path = '']) => ({
    file,
    path,
  })),
);

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

describe('the house', () => {
  it('lets rooms import only inwards', () => {
    const wrong = imports.flatMap(({ file, path }) => {
      if (!path.startsWith('.')) return [];
      const target = roomOf(new URL(path, `file:///${file}`).pathname.slice(1));
      const home = roomOf(file);
      return target === home || rooms[home]?.includes(target) ? [] : [`${file} → ${path}`];
    });
    expect(files.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  it('keeps each library behind its border', () => {
    const wrong = imports.flatMap(({ file, path }) => {
      const name = path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');
      const places = borders[name];
      return !places || places.some((place) => file.startsWith(place)) ? [] : [`${file} → ${path}`];
    });
    expect(wrong).toEqual([]);
  });

  it('lets no adapter import another channel', () => {
    const channels = ['web', 'dingtalk', 'wechat', 'wecom', 'console'];
    const wrong = imports.filter(({ file, path }) => {
      const home = channels.find((channel) => file.startsWith(`adapters/${channel}/`));
      return home !== undefined && channels.some((other) => other !== home && path.includes(`/${other}/`));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps files small', () => {
    const sizes = files.map((file) => readFileSync(`src/${file}`, 'utf8').split('\n').length - 1).sort((a, b) => a - b);
    expect(sizes.at(-1)).toBeLessThanOrEqual(300);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
  });

  it('exports by name only', () => {
    expect(files.filter((file) => /export default|export \* from/.test(readFileSync(`src/${file}`, 'utf8')))).toEqual(
      [],
    );
  });
});
