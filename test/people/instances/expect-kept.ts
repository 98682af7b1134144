import { expect } from 'vitest';
import type { Line, Visitor } from './visitor.ts';

/** Everything acknowledged is in the history, once, in the order in which it was said, and answered right behind it. */
export function expectKept(history: readonly Line[], said: Visitor['said']): void {
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1));
  const spoken = history.filter(({ by }) => by === 'user');
  expect(spoken.map(({ text }) => text)).toEqual(said.map(({ text }) => text));
  for (const [at, { answer }] of said.entries()) {
    const { seq = 0 } = spoken[at] ?? {};
    const messages: readonly Line[] = answer.body.messages;
    expect(messages.map((line) => line.seq)).toEqual(messages.map((_, nth) => seq + 1 + nth));
    expect(history.slice(seq, seq + messages.length)).toEqual(messages);
  }
}
