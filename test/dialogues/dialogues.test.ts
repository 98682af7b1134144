import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answered } from '../../src/bot/message.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { type Dialogue, type Expected, readTalk } from './read-talk.ts';
import { type ShakyKnowledge, shaky } from './shaky.ts';
import { openStage, type Stage } from './stage.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.talk'));

let trained: Knowledge;
let knowledge: ShakyKnowledge;
beforeAll(async () => {
  trained = await trainedKnowledge();
  knowledge = shaky(trained);
});
afterAll(() => trained.close());

describe.each(files)('%s', (file) => {
  it.each(readTalk(readFileSync(new URL(file, folder), 'utf8'), file).map((one) => [one.title, one] as const))(
    '%s',
    async (_title, dialogue) => {
      const stage = await openStage(knowledge);
      await play(dialogue, stage, file);
      await stage.close();
    },
  );
});

async function play({ turns }: Dialogue, stage: Stage, file: string): Promise<void> {
  let broken = 0;
  for (const { text, line, before, expected } of turns) {
    for (const event of before) {
      if (event.is === 'restart') stage.restart();
      else if (event.is === 'unsure') knowledge.unsure(event.entries);
      else {
        knowledge.breakOnce(new Error('broken on purpose'));
        broken++;
      }
    }
    const where = `${file}:${line} ${text}`;
    compare(await stage.say(text), expected, where);
    const facts: Readonly<Record<string, unknown>> = { ...(await stage.record()).facts };
    for (const [key, value] of expected.facts) {
      expect(String(facts[key] ?? '-'), `${where}: fact ${key}`).toBe(value);
    }
  }
  expect(stage.faults).toHaveLength(broken);
}

function compare({ messages, outcome }: Answered, expected: Expected, where: string): void {
  const said = messages.map(({ text }) => text).join('\n\n');
  const buttons = messages.flatMap(({ choices = [] }) => choices);
  expect(outcome.kind, `${where}\n${said}`).toBe(expected.kind);
  if (expected.entries) {
    const rests = outcome.kind === 'clarify' ? outcome.candidates : outcome.entries;
    expect(rests, `${where}\n${said}`).toEqual(expected.entries);
  }
  if (expected.handoff) expect(outcome.handoff, where).toBe(expected.handoff);
  if (expected.check) expect([outcome.diagnostic ?? '-', outcome.verdict ?? '-'], where).toEqual(expected.check);
  for (const words of expected.texts) expect(said, where).toContain(words);
  for (const words of expected.absent) expect(said, where).not.toContain(words);
  for (const button of expected.buttons) expect(buttons, where).toContain(button);
}
