import { randomUUID } from 'node:crypto';
import type { LoadClient } from './client.ts';
import { opened } from './opened.ts';

/** One request that is timed: rejects where it is not answered with 200. */
export type Request = () => Promise<void>;

/** Turns to be asked, each in a conversation of its own that is opened here, beforehand. */
export async function turnsOf(
  client: LoadClient,
  texts: readonly string[],
  atOnce: number,
): Promise<readonly Request[]> {
  const turns: Request[] = [];
  await inParallel(
    texts.map((text, at) => async () => {
      const { talk, token } = await opened(client);
      turns[at] = () => asked(client, `/api/talks/${talk}/messages`, text, token);
    }),
    atOnce,
  );
  return turns;
}

/** The same words to the bare route. */
export function rowsOf(client: LoadClient, texts: readonly string[]): readonly Request[] {
  return texts.map((text) => () => asked(client, '/said', text));
}

async function asked(client: LoadClient, path: string, text: string, token?: string): Promise<void> {
  const call = { body: { id: randomUUID(), text }, ...(token !== undefined && { token }) };
  const { status, body } = await client.send('POST', path, call);
  if (status !== 200) throw new Error(`一条消息得到 ${status}：${body.slice(0, 200)}`);
}

export interface Burst {
  readonly seconds: number;
  /** Milliseconds of each. */
  readonly times: readonly number[];
}

/** So many requests under way at any time, each begun as soon as another one is answered. */
export async function inParallel(requests: readonly Request[], atOnce: number): Promise<Burst> {
  const times: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let request = requests[next++]; request; request = requests[next++]) {
      const begun = performance.now();
      await request();
      times.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { seconds: (performance.now() - begun) / 1_000, times };
}
