import type { Answered } from '../../src/bot/message.ts';
import { keepAlive } from '../keep-alive.ts';
import { openTalk } from '../talking.ts';
import type { Dialogue, Turn } from './expected.ts';

/** What the service answers to this over its web API, alone and one after the other: what it must answer in a channel, too. */
export async function referenceOf(origin: string, said: readonly string[]): Promise<Dialogue> {
  const client = keepAlive(origin);
  try {
    const say = await openTalk(client);
    const turns: Turn[] = [];
    for (const [at, text] of said.entries()) {
      const { messages } = (await say(`reference-${at}`, text)) as Answered;
      const lines = messages.map(({ text: words, sources = [], choices = [] }) => ({
        text: words,
        sources: sources.map(({ title, date }) => `${title} ${date}`),
        choices,
      }));
      turns.push({ said: text, lines });
    }
    return turns;
  } finally {
    client.close();
  }
}
