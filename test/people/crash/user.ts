import { randomUUID } from 'node:crypto';
import { listen } from './listen.ts';
import type { LivingDesk } from './living-desk.ts';
import type { Ask } from './patient.ts';

/** Something a person said, once it was acknowledged. */
export interface Said {
  readonly id: string;
  readonly text: string;
  /** Our answer, byte for byte. */
  readonly answer: string;
}

export interface User {
  readonly name: string;
  readonly talk: string;
  /** In order: the next is only said once the one before was acknowledged. */
  readonly said: readonly Said[];
  /** The numbers of the lines that came over the event stream, in order; undefined where the channel has none. */
  readonly received: readonly number[] | undefined;
  /** What went wrong as they saw it. */
  readonly complaints: readonly string[];
  stop(): Promise<void>;
}

export interface Chatting {
  readonly desk: LivingDesk;
  readonly ask: Ask;
  readonly random: () => number;
  /** Whether everybody is to go home. */
  readonly isOver: () => boolean;
}

/** What a person may say besides, and how likely. */
const COMMANDS = [
  ['转人工', 0.2],
  ['等人工', 0.05],
  ['继续问机器人', 0.06],
  ['不等了', 0.03],
  ['留言', 0.03],
] as const;
/** Says something acknowledged once more: a client that is not sure. */
const AGAIN = 0.15;

/** Somebody at a browser, who talks until it is over. */
export async function atBrowser(name: string, chatting: Chatting): Promise<{ user: User; done: Promise<void> }> {
  const { body } = await chatting.ask('POST', '/api/talks');
  const headers = { authorization: `Bearer ${body.token}` };
  const received: number[] = [];
  const path = `/api/talks/${body.talk}`;
  const listening = listen(chatting.desk, `${path}/events`, headers, ({ event, id }) => {
    if (event === 'message') received.push(Number(id));
  });
  const say = (id: string, text: string) =>
    chatting.ask('POST', `${path}/messages`, { headers, body: { id, text }, what: whatIs(text) });
  return talking(chatting, { name, talk: body.talk, received, say, stop: () => listening.stop() });
}

/** Somebody whom the push channel brings, who talks until it is over. */
export function pushed(name: string, chatting: Chatting): { user: User; done: Promise<void> } {
  const say = (id: string, text: string) =>
    chatting.ask('POST', '/push', { body: { id, user: name, text }, what: `pushed ${whatIs(text)}` });
  return talking(chatting, { name, talk: `push-${name}`, received: undefined, say, stop: async () => {} });
}

interface Place extends Pick<User, 'name' | 'talk' | 'received' | 'stop'> {
  readonly say: (id: string, text: string) => ReturnType<Ask>;
}

function talking({ desk, random, isOver }: Chatting, { say, ...place }: Place): { user: User; done: Promise<void> } {
  const said: Said[] = [];
  const complaints: string[] = [];
  const user: User = { ...place, said, complaints };
  const once = async (id: string, text: string): Promise<string> => {
    for (;;) {
      const { status, text: answer } = await say(id, text);
      if (status === 200) return answer;
      // Busy: to be sent once more, as it says.
      if (status !== 503) complaints.push(`${place.name} got ${status} for ${text}: ${answer}`);
      await desk.tick();
    }
  };
  const done = (async () => {
    while (!isOver()) {
      const [id, text] = [randomUUID(), command(random) ?? `${place.name} 说第 ${said.length + 1} 句`];
      said.push({ id, text, answer: await once(id, text) });
      if (random() < AGAIN) {
        const before = said[Math.floor(random() * said.length)];
        if (before && (await once(before.id, before.text)) !== before.answer)
          complaints.push(`${place.name} got another answer to ${before.text}`);
      }
      for (let ticks = Math.floor(random() * 6); ticks > 0; ticks--) await desk.tick();
    }
  })();
  return { user, done };
}

function whatIs(text: string): string {
  return text === COMMANDS[0][0] ? 'hand-over' : 'turn';
}

function command(random: () => number): string | undefined {
  let left = random();
  for (const [text, share] of COMMANDS) {
    left -= share;
    if (left < 0) return text;
  }
  return undefined;
}
