import { createInterface } from 'node:readline/promises';
import { shown, terminalDesk } from './terminal-desk.ts';

const desk = await terminalDesk();
const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '您：' });
console.log(`${desk.welcome.map(shown).join('\n\n')}\n（空行或 Ctrl+D 结束）\n`);
terminal.prompt();
for await (const line of terminal) {
  if (line.trim() === '') break;
  const { messages, outcome } = await desk.say(line);
  const about = outcome.entry === null ? outcome.kind : `${outcome.kind} · 第${outcome.entry}条`;
  console.log(`\n${messages.map(shown).join('\n\n')}\n（${about} · ${outcome.confidence.toFixed(2)}）\n`);
  terminal.prompt();
}
terminal.close();
await desk.close();
