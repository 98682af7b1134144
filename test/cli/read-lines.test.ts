import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dialogue } from '../../src/bot/evaluate-dialogues.ts';
import { readLines } from '../../src/cli/read-lines.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-lines-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const dialogue = (diagnostic: string): string => {
  const expect = { entry: 1, diagnostic, handoff: false, must_mention: ['版本'] };
  return JSON.stringify({ id: 'a', channel: 'web', turns: [{ user: '安卓', image: null, expect }] });
};

async function read(...lines: readonly string[]) {
  const file = join(folder, 'lines.jsonl');
  await writeFile(file, lines.join('\n'));
  return readLines(file, Dialogue);
}

describe('a file of lines', () => {
  it('is read line by line, empty ones left out', async () => {
    expect(await read(dialogue('ask_platform'), '', dialogue('update_app'), '')).toHaveLength(2);
  });

  it('is refused with the number of the line and what is wrong in it', async () => {
    await expect(read(dialogue('ask_platform'), '', dialogue('ask_weather'))).rejects.toThrow(
      /lines\.jsonl:3 [\s\S]*expected one of "ask_platform"[\s\S]*turns\[0\]\.expect\.diagnostic/,
    );
    await expect(read(dialogue('ask_platform'), '{')).rejects.toThrow('lines.jsonl:2 不是评测用的一行：不是 JSON');
  });
});
