import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Begin, FromChild } from './child-words.ts';
import { compile } from './compile.ts';
import { type Death, deathOf } from './death.ts';
import { lastWords } from './last-words.ts';
import { type Signal, signal } from './signal.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** Where one life of the desk is reached. */
export interface Life {
  readonly number: number;
  readonly origin: string;
}

/** A desk in a process of its own that is killed again and again, and begins anew on what it left on disk. */
export interface LivingDesk {
  /** The life there is now; waits while there is none. */
  life(): Promise<Life>;
  /** The first life after that one. */
  after(life: Life): Promise<Life>;
  /** Its next sign of life; while it is dead there is none. */
  tick(): Promise<void>;
  /** Something was asked of it, or answered by it: deaths are counted out by that. */
  happened(): void;
  /** Its death left something of that kind without an answer. */
  interrupted(what: string): void;
  /** How much of what kind was under way when it died. */
  readonly cutOff: Readonly<Record<string, number>>;
  /** How often it was killed. */
  readonly deaths: number;
  /** Whether it will not be killed any more. */
  readonly isSafe: boolean;
  /** Lines under way, as of the last sign of life. */
  readonly underWay: number;
  /** What went wrong inside. */
  readonly faults: readonly string[];
  /** Ends it in peace. */
  close(): Promise<void>;
}

export interface LivingDeskOptions {
  readonly folder: string;
  /** When its fast clock began, in milliseconds of the epoch. */
  readonly began: number;
  readonly kills: number;
  readonly random: () => number;
}

export async function livingDesk({ folder, began, kills, random }: LivingDeskOptions): Promise<LivingDesk> {
  const { file, remove } = await compile(CHILD);
  const faults: string[] = [];
  const cutOff: Record<string, number> = {};
  let born: Signal<Life> = signal();
  let died: Signal<void> = signal();
  let isBorn = false;
  let ticked: Signal<void> = signal();
  let current: ChildProcess | undefined;
  let death: Death | undefined;
  let [number, deaths, underWay] = [0, 0, 0];
  // Loads while the one before still lives.
  let spare: Promise<ChildProcess> | undefined;

  const happened = (what: 'asked' | 'arrived' = 'asked'): void => {
    if (!death?.comesWith(what)) return;
    lastWords(folder, what === 'asked' ? 'request' : 'delivery');
    current?.kill('SIGKILL');
  };
  const hear = (words: FromChild): void => {
    switch (words.is) {
      case 'listening':
        // Its last words may come after its end.
        if (words.life !== number) break;
        isBorn = true;
        born.resolve({ number, origin: words.origin });
        break;
      case 'arrived':
        happened('arrived');
        break;
      case 'tick': {
        underWay = words.underWay;
        const before = ticked;
        ticked = signal();
        before.resolve();
        break;
      }
      case 'fault':
        faults.push(words.what);
        break;
      case 'loaded':
    }
  };
  const begin = async (): Promise<void> => {
    const child = await (spare ?? loaded(file));
    spare = undefined;
    current = child;
    death = deaths < kills ? deathOf(random) : undefined;
    const mine: Begin = {
      ...{ folder, life: number, began },
      ...(death?.atStatement && { dieAt: death.atStatement }),
      ...(death?.inVault && { dieIn: death.inVault }),
    };
    child.on('message', hear);
    child.once('exit', (code, killedBy) => {
      if (killedBy !== 'SIGKILL') {
        if (code !== 0) faults.push(`The desk ended by itself: ${code ?? killedBy}`);
        return;
      }
      deaths += 1;
      number += 1;
      // Who waits for a life that died before it was born waits for the next.
      if (isBorn) born = signal();
      isBorn = false;
      const end = died;
      died = signal();
      end.resolve();
      void begin();
    });
    child.send(mine);
    if (deaths < kills) spare = loaded(file);
  };
  void begin();

  return {
    life: () => born.promise,
    async after(life) {
      for (;;) {
        const end = died.promise;
        const now = await born.promise;
        if (now.number > life.number) return now;
        await end;
      }
    },
    tick: () => ticked.promise,
    happened: () => happened(),
    interrupted(what) {
      cutOff[what] = (cutOff[what] ?? 0) + 1;
    },
    cutOff,
    get deaths() {
      return deaths;
    },
    get isSafe() {
      return deaths >= kills;
    },
    get underWay() {
      return underWay;
    },
    faults,
    async close() {
      if (current?.exitCode === null && current.signalCode === null) {
        const ended = once(current, 'exit');
        current.removeAllListeners('message');
        current.send('close');
        await ended;
      }
      (await spare)?.kill('SIGKILL');
      await remove();
    },
  };
}

/** A process that has loaded everything and waits to be told to begin. */
async function loaded(file: string): Promise<ChildProcess> {
  const child = fork(file, [], { cwd: ROOT, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The desk's process ended with ${code} before it began`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return child;
}
