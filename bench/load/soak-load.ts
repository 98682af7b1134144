import { setMaxListeners } from 'node:events';
import { seeded } from '../../src/knowledge/random.ts';
import { playOne } from './crowd.ts';
import { type AtDesk, onDuty, playHandOver } from './hand-over.ts';
import { opened } from './opened.ts';
import type { Problem } from './problems-of.ts';
import { noisePicture, showPicture } from './show-picture.ts';
import { followTalk } from './stream.ts';

export interface SoakLoad extends AtDesk {
  readonly users: number;
  readonly questions: readonly string[];
}

export interface SoakFigures {
  readonly dialogues: number;
  readonly turns: number;
  readonly handOvers: number;
  readonly pictures: number;
  readonly streams: number;
  /** Milliseconds of each turn. */
  readonly times: readonly number[];
  readonly problems: readonly Problem[];
}

/** Milliseconds that somebody waits at most between two conversations, half of it on average. */
const PAUSE = 2_000;
/** Milliseconds between two of each, besides those that talk. */
const EVERY = { handOver: 5_000, picture: 15_000, stream: 1_000, duty: 20_000 };
/** For which a stream is open where nothing is said. */
const LISTENS = 30_000;

/** A load that stays the same until it is told to end: conversations, streams that come and go, now and then an agent, rarely a picture. */
export async function soakLoad(load: SoakLoad, ended: AbortSignal): Promise<SoakFigures> {
  // All who pause hear of it.
  setMaxListeners(0, ended);
  const { users, questions, origin, client } = load;
  const figures = { dialogues: 0, turns: 0, handOvers: 0, pictures: 0, streams: 0 };
  const [times, problems]: [number[], Problem[]] = [[], []];
  const picture = await noisePicture();
  await onDuty(load);
  /** What goes wrong is a problem, and the rest goes on. */
  const tried = async (what: string, job: () => Promise<unknown>): Promise<void> => {
    await job().catch((error: Error) => problems.push({ is: 'status', talk: what, what: error.message }));
  };
  const again = async (what: string, every: number, job: () => Promise<unknown>): Promise<void> => {
    const begun: Promise<void>[] = [];
    while (!ended.aborted) {
      begun.push(tried(what, job));
      await pause(every, ended);
    }
    await Promise.all(begun);
  };
  const user = async (nth: number): Promise<void> => {
    const random = seeded(nth);
    while (!ended.aborted) {
      await tried(`用户 ${nth}`, async () => {
        const played = await playOne(figures.dialogues++, { origin, client }, { questions, series: 0 });
        for (const time of played.times) times.push(time);
        figures.turns += played.times.length;
        problems.push(...played.problems);
      });
      await pause(random() * PAUSE, ended);
    }
  };
  await Promise.all([
    ...Array.from({ length: users }, (_, nth) => user(nth)),
    again('接待', EVERY.duty, () => onDuty(load)),
    again('人工', EVERY.handOver, async () => {
      figures.handOvers += 1;
      problems.push(...(await playHandOver(load)));
    }),
    again('图片', EVERY.picture, async () => {
      figures.pictures += 1;
      await showPicture(client, picture);
    }),
    again('事件流', EVERY.stream, async () => {
      figures.streams += 1;
      const stream = await followTalk(origin, await opened(client), () => {});
      await pause(LISTENS, ended);
      if (!stream.isOpen) throw new Error('事件流断了');
      stream.close();
    }),
  ]);
  return { ...figures, times, problems };
}

/** Ends early where all ends. */
function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      ended.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    ended.addEventListener('abort', over);
    if (ended.aborted) over();
  });
}
