import type { Account } from './account.ts';
import { type AtConsole, atConsole } from './at-console.ts';
import { listen } from './listen.ts';
import type { LivingDesk } from './living-desk.ts';
import type { Ask } from './patient.ts';

export interface AtWork extends Pick<AtConsole, 'spoken' | 'stepped' | 'complaints'> {
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
export function atWork(account: Account, working: Working): AtWork {
  const { desk, ask, random, colleague, isEnding, isOver, lost, clock } = working;
  const { call, step, say, sayAgain, ...kept } = atConsole(account, ask);
  const here = () => listen(desk, '/api/console/events', account.headers, () => {});
  let listening = here();

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
    if (mood < 0.6) return sayAgain(random);
    if (mood < 0.68) return step(talk, 'transfer', { to: colleague });
    if (mood < 0.74) return step(talk, 'transfer', { to: null });
    if (mood < 0.82) return step(talk, 'return', { summary: '先问机器人' });
    if (mood < 0.92) return step(talk, 'close', { code: 'advised' });
    const due = new Date(clock().getTime() + LATER).toISOString();
    return step(talk, mood < 0.97 ? 'follow-up' : 'snooze', { due });
  };
  const act = async (): Promise<void> => {
    const talksAt = async (path: string): Promise<readonly Talk[]> => (await call('GET', path)).body.talks;
    const waiting = [...(await talksAt('/queue')), ...(await talksAt('/talks?tickets'))];
    const mine = await talksAt('/talks?mine');
    const next = pick(waiting, random);
    const taken = pick(mine, random);
    if (next && (mine.length < CAPACITY || isEnding())) await step(next.talk, 'claim');
    if (taken) await handle(taken);
  };
  const done = (async () => {
    await call('POST', '/presence', { available: true, capacity: CAPACITY });
    while (!isOver()) {
      await act();
      const idle = !isEnding() && random() < IDLE ? IDLE_TICKS.least + Math.floor(random() * IDLE_TICKS.more) : 0;
      for (let ticks = idle; ticks >= 0; ticks--) await desk.tick();
    }
    await listening.stop();
  })();
  return { ...kept, done };
}

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}
