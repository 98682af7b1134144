import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeModel, openFakeModel, saying } from '../knowledge/fake-model.ts';
import { cacheDir } from '../trained.ts';

let fake: FakeModel;
let folder: string;
let sets: readonly string[];
beforeAll(async () => {
  fake = await openFakeModel();
  folder = await mkdtemp(join(tmpdir(), 'beian-eval-'));
  const written = async (name: string, lines: readonly unknown[]): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    return file;
  };
  const expected = { entry: 1, diagnostic: null, handoff: false, must_mention: ['App Store'] };
  sets = [
    ...['--faq', await written('faq', [{ id: 'q1', q: '扫码进不去然后授权书我也找不到在哪里', entry: 12 }])],
    ...['--ood', await written('ood', [{ id: 'o1', q: '今天天气怎么样', kind: 'offtopic' }])],
    '--dialogues',
    await written('dialogues', [
      {
        id: 'd1',
        channel: 'web',
        turns: [{ user: '扫那个二维码怎么都进不去上传的页面', image: null, expect: expected }],
      },
    ]),
    ...['--only', 'faq', '--only', 'ood', '--only', 'dialogues'],
  ];
}, 30_000);
afterAll(async () => {
  await fake.close();
  await rm(folder, { recursive: true });
});

async function evaluation(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/eval.ts', ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: cacheDir, ...env },
    stdio: 'pipe',
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code: code as number | null };
}

it('npm run eval -- --llm wants a language model', async () => {
  const { code, err } = await evaluation(['--llm']);
  expect(err).toMatch(/^--llm .*请设置 LLM_BASE_URL 和 LLM_MODEL/);
  expect(code).toBe(2);
}, 60_000);

it('npm run eval -- --llm shows side by side what it gains and loses', async () => {
  fake.behave(saying((data) => JSON.stringify({ questions: data.message?.split('然后') })));
  const { out, code, err } = await evaluation(['--llm', ...sets], {
    LLM_BASE_URL: fake.endpoint.baseUrl,
    LLM_MODEL: 'fake',
    LLM_TIMEOUT: '20000',
  });
  expect(code, err).toBe(0);
  const lines = out.split('\n');
  expect(lines[0]).toBe('不用语言模型 → 用 fake：');
  expect(lines).toContain('  有条目的题答对：0.0% → 100.0%（+100.0）');
  expect(lines).toContain('  没有条目的题说没有：100.0% → 100.0%（0.0）');
  expect(lines).toContain('  对话的回合对：100.0% → 100.0%（0.0）');
  expect(lines).toContain('  拆开问题 1 次：用上 1');
  expect(lines).toContain('  q1 扫码进不去然后授权书我也找不到在哪里：answer 1 version-unknown → answer 1、12');
  expect(lines).toContain('结果变了的 1 处：');
}, 60_000);
