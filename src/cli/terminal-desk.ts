import { randomUUID } from 'node:crypto';
import { sqliteStore } from '../adapters/store/sqlite.ts';
import type { Answered, Line } from '../bot/message.ts';
import { readConfig } from '../config.ts';
import { layFoundation } from '../foundation.ts';
import { answerWith, learnContent, welcome } from '../house.ts';
import { languageModel } from '../knowledge/language-model.ts';
import { loadEnv } from './load-env.ts';
import { progressLines } from './progress-lines.ts';

/** A desk for one person at a terminal, that keeps nothing. */
interface TerminalDesk {
  readonly welcome: readonly Line[];
  say(text: string): Promise<Answered>;
  close(): Promise<void>;
}

export async function terminalDesk(): Promise<TerminalDesk> {
  loadEnv();
  const config = readConfig(process.env);
  const foundation = await layFoundation({ dataDir: config.dataDir, vaultKey: config.vaultKey }, () =>
    sqliteStore(':memory:'),
  );
  const knowledge = await learnContent(config, progressLines(console.error));
  const model = config.languageModel && languageModel(config.languageModel);
  const receive = await answerWith(foundation, knowledge, (error) => console.error(error), model);
  const talk = { channel: 'terminal', room: 'terminal', user: 'person' } as const;
  const now = (): string => new Date().toISOString();
  const lines = await foundation.store.open({
    id: randomUUID(),
    talk,
    at: now(),
    tokenHash: null,
    welcome: welcome(knowledge),
  });
  return {
    welcome: lines,
    say: (text) => receive({ id: randomUUID(), at: now(), talk, text }),
    async close() {
      await knowledge.close();
      await foundation.close();
    },
  };
}

/** A line as a terminal shows it: bold marks dropped, buttons numbered. */
export function shown({ text, choices = [], sources = [] }: Line): string {
  const buttons = choices.map((choice) => `  [${choice}]`);
  const from = sources.map(({ title, date }) => `  依据：${title} · ${date}`);
  return [text.replaceAll('**', ''), ...from, ...buttons].join('\n');
}
