import { randomUUID } from 'node:crypto';
import type { Line } from '../../src/bot/message.ts';
import type { LoadClient, RawAnswer } from './client.ts';
import { opened } from './opened.ts';
import type { Cue, Script } from './scripts.ts';
import type { Said, Seen } from './seen.ts';
import { followTalk, type LoadStream } from './stream.ts';

/** What is done beside talking. */
export interface Manners {
  /** Follows the event stream all along. */
  readonly follows: boolean;
  /** Of these messages, counted from 0, the same comes again: at the very moment, right behind the answer, or at the end. */
  readonly again: ReadonlyMap<number, 'at-once' | 'after' | 'late'>;
  /** Uses an id again for other words at the end, which must be refused. */
  readonly reuses: boolean;
}

export interface Played {
  readonly seen: Seen;
  /** Milliseconds of each first answer. */
  readonly times: readonly number[];
}

/** How long a stream may lag behind the last answer, in milliseconds. */
const PATIENCE = 10_000;

/** Plays one conversation to its end, and gives all that was seen of it. */
export async function play(
  { origin, client }: { readonly origin: string; readonly client: LoadClient },
  script: Script,
  manners: Manners,
): Promise<Played> {
  const open = await opened(client);
  const path = `/api/talks/${open.talk}/messages`;
  const say = (id: string, text: string) => sent(client, path, open.token, { id, text });
  const heard: string[] = [];
  const stream = manners.follows
    ? await followTalk(origin, open, ({ event, data }) => event === 'message' && heard.push(data))
    : undefined;
  try {
    const times: number[] = [];
    const said: Said[] = [];
    for (const [at, cue] of script.cues.entries()) {
      const id = randomUUID();
      const begun = performance.now();
      const both = manners.again.get(at) === 'at-once' ? say(id, cue.text) : undefined;
      const first = await say(id, cue.text);
      times.push(performance.now() - begun);
      const after = manners.again.get(at) === 'after' ? say(id, cue.text) : undefined;
      said.push({ id, cue, answers: await Promise.all([first, ...(both ? [both] : []), ...(after ? [after] : [])]) });
    }
    const whole = await Promise.all(
      said.map(async (one, at) =>
        manners.again.get(at) === 'late' ? { ...one, answers: [...one.answers, await say(one.id, one.cue.text)] } : one,
      ),
    );
    const [first] = said;
    const reused = manners.reuses && first ? (await say(first.id, `${first.cue.text}，换一句`)).status : undefined;
    const history = await historyOf(client, path, open.token);
    if (stream) await heardAll(stream, heard, history.length);
    const { talk, messages } = open;
    return {
      seen: {
        ...{ talk, opened: messages, said: whole, history },
        ...(reused !== undefined && { reused }),
        ...(stream && { heard }),
      },
      times,
    };
  } finally {
    stream?.close();
  }
}

/** No answer at all is one of status 0. */
async function sent(client: LoadClient, path: string, token: string, body: { id: string; text: Cue['text'] }) {
  return client
    .send('POST', path, { token, body })
    .catch((error: Error): RawAnswer => ({ status: 0, body: error.message }));
}

/** All lines of a conversation; more than fit into one answer are fetched with further ones. */
export async function historyOf(client: LoadClient, path: string, token: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (;;) {
    const { status, body } = await client.send('GET', `${path}?after=${lines.at(-1)?.seq ?? 0}`, { token });
    if (status !== 200) throw new Error(`历史得到 ${status}：${body.slice(0, 200)}`);
    const { messages } = JSON.parse(body) as { messages: readonly Line[] };
    if (messages.length === 0) return lines;
    lines.push(...messages);
  }
}

/** Waits until a stream told as many lines as there are, but not for ever: what then is missing is a problem. */
export async function heardAll(stream: LoadStream, heard: readonly string[], lines: number): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (heard.length < lines && stream.isOpen && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
