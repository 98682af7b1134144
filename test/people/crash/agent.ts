import { randomUUID } from 'node:crypto';
import type { Account } from './account.ts';
import { listen } from './listen.ts';
import type { LivingDesk } from './living-desk.ts';
import type { Answer, Ask } from './patient.ts';

/** Something an agent wanted to say; `isSaid` once it was acknowledged, not where it was refused. */
export interface Spoken {
  readonly talk: string;
  readonly text: string;
  readonly isSaid: boolean;
}

/** A step that was acknowledged, with the epoch it led to. */
export interface Stepped {
  readonly talk: string;
  readonly step: string;
  readonly epoch: number;
}

export interface AtWork {
  readonly spoken: readonly Spoken[];
  readonly stepped: readonly Stepped[];
  readonly complaints: readonly string[];
  readonly done: Promise<void>;
}

export interface Working {
  readonly desk: LivingDesk;
  readonly ask: Ask;
  readonly random: () => number;
  readonly colleague: string;
  /** Whether no more is to be begun: what waits is taken and closed. */
  readonly isEnding: () => boolean;
  /** Whether nothing is left to do. */
  readonly isOver: () => boolean;
  /** Resolves once somebody else, or nobody, has the talk. */
  readonly lost: (talk: string) => Promise<void>;
  /** The time on the desk's clock. */
  readonly clock: () => Date;
}

/** As far as it matters here. */
interface Talk {
  readonly talk: string;
  readonly state: string;
}

const CAPACITY = 2;
/** Does nothing for a while; walks away from a conversation without a word, until the desk gives it to others. */
const IDLE = 0.08;
const WALKS_AWAY = 0.02;
/** Ticks: 20 to 50 seconds of the desk's. */
const IDLE_TICKS = { least: 20, more: 30 };
/** Milliseconds of the desk's until an agreed time. */
const LATER = 30_000;

/** Somebody of the desk who takes what waits, answers, hands on, gives back and closes, until it is over. */
export function atWork({ id, headers }: Account, working: Working): AtWork {
  const { desk, ask, random, colleague, isEnding, isOver, lost, clock } = working;
  const [spoken, stepped, complaints]: [Spoken[], Stepped[], string[]] = [[], [], []];
  const messages: { readonly talk: string; readonly id: string; readonly text: string; readonly answer: string }[] = [];
  const call = async (method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await ask(method, `/api/console${path}`, { headers, ...(body && { body }) });
    if (answer.status >= 500) complaints.push(`${id} got ${answer.status} for ${path}: ${answer.text}`);
    return answer;
  };
  const step = async (talk: string, name: string, body: object = {}): Promise<void> => {
    const { status, body: now } = await call('POST', `/talks/${talk}/${name}`, body);
    // Without lines nothing was changed: it had been done before.
    if (status === 200 && now.messages.length > 0) stepped.push({ talk, step: name, epoch: now.epoch });
  };
  const say = async (talk: string): Promise<void> => {
    const message = { id: randomUUID(), text: `${id} 第 ${spoken.length + 1} 句` };
    const { status, text } = await call('POST', `/talks/${talk}/messages`, message);
    spoken.push({ talk, text: message.text, isSaid: status === 200 });
    if (status === 200) messages.push({ talk, ...message, answer: linesIn(text) });
  };
  const sayAgain = async (): Promise<void> => {
    const before = messages[Math.floor(random() * messages.length)];
    if (!before) return;
    const { talk, id: message, text, answer } = before;
    const again = await call('POST', `/talks/${talk}/messages`, { id: message, text });
    if (again.status !== 200 || linesIn(again.text) !== answer) {
      complaints.push(`${id} got ${again.status} ${again.text} where it got ${answer}`);
    }
  };
  const walkAway = async (talk: string): Promise<void> => {
    await listening.stop();
    await lost(talk);
    listening = here();
  };
  const handle = async ({ talk, state }: Talk): Promise<void> => {
    if (isEnding()) return step(talk, 'close', { code: 'solved' });
    const mood = random();
    // Where the person has the word, nobody would give it to others.
    if (mood < WALKS_AWAY) return state === 'agent' ? walkAway(talk) : undefined;
    if (mood < 0.5) return say(talk);
    if (mood < 0.6) return sayAgain();
    if (mood < 0.68) return step(talk, 'transfer', { to: colleague });
    if (mood < 0.74) return step(talk, 'transfer', { to: null });
    if (mood < 0.82) return step(talk, 'return', { summary: '先问机器人' });
    if (mood < 0.92) return step(talk, 'close', { code: 'advised' });
    const due = new Date(clock().getTime() + LATER).toISOString();
    return step(talk, mood < 0.97 ? 'follow-up' : 'snooze', { due });
  };
  const act = async (): Promise<void> => {
    const [queue, tickets, mine] = [
      await call('GET', '/queue'),
      await call('GET', '/talks?tickets'),
      await call('GET', '/talks?mine'),
    ].map(({ body }) => body.talks as readonly Talk[]);
    const waiting = [...(queue ?? []), ...(tickets ?? [])];
    const taken = pick(mine ?? [], random);
    const next = pick(waiting, random);
    if (next && ((mine?.length ?? 0) < CAPACITY || isEnding())) await step(next.talk, 'claim');
    if (taken) await handle(taken);
  };
  const here = () => listen(desk, '/api/console/events', headers, () => {});
  let listening = here();
  const done = (async () => {
    await call('POST', '/presence', { available: true, capacity: CAPACITY });
    while (!isOver()) {
      await act();
      const idle = !isEnding() && random() < IDLE ? IDLE_TICKS.least + Math.floor(random() * IDLE_TICKS.more) : 0;
      for (let ticks = idle; ticks >= 0; ticks--) await desk.tick();
    }
    await listening.stop();
  })();
  return { spoken, stepped, complaints, done };
}

/** What was said, whatever the case has become since, and however far the line is on its way. */
function linesIn(answer: string): string {
  const { messages } = JSON.parse(answer) as { readonly messages: readonly object[] };
  return JSON.stringify(messages.map((line) => ({ ...line, delivery: undefined })));
}

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}
