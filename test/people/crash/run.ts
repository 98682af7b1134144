import { openStore } from '../../../src/adapters/store/open-store.ts';
import { seeded } from '../../../src/knowledge/random.ts';
import { account } from './account.ts';
import { type AtWork, atWork } from './agent.ts';
import { type Eraser, erasing } from './eraser.ts';
import { fastClock } from './fast-clock.ts';
import { type Findings, find } from './find.ts';
import { lastWordsIn } from './last-words.ts';
import { leftBehindIn } from './left-behind.ts';
import { livingDesk } from './living-desk.ts';
import { patient } from './patient.ts';
import { arrivedAt } from './push-channel.ts';
import { heard, served } from './settle.ts';
import { atBrowser, pushed, type User } from './user.ts';
import { view } from './view.ts';

export interface CrashRun {
  /** An empty folder. */
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
}

const AT_BROWSERS = 4;
const PUSHED = 2;
const ERASING = 2;

/**
 * A busy desk that is killed so often while people talk and agents work, and after the last time is left to finish what
 * waits; then everything that was acknowledged is looked for in what it left on disk.
 */
export async function crashRun({ folder, kills, seed }: CrashRun): Promise<Findings> {
  const random = seeded(seed);
  const began = Date.now();
  const clock = fastClock(began);
  const prepared = await openStore({ dataDir: folder });
  const accounts = [await account(prepared, '周', clock()), await account(prepared, '吴', clock())] as const;
  const watcher = await account(prepared, '陈', clock(), 'supervisor');
  await prepared.close();

  const desk = await livingDesk({ folder, began, kills, random });
  try {
    const ask = patient(desk);
    const watched = view(desk, watcher);
    let isOver = false;
    const common = { desk, ask, random };
    const agents: readonly AtWork[] = accounts.map((one, at) =>
      atWork(one, {
        ...common,
        clock,
        colleague: accounts[1 - at]?.id ?? '',
        isEnding: () => desk.isSafe,
        isOver: () => isOver,
        lost: (talk) => watched.until((talks) => talks.get(talk)?.owner !== one.id),
      }),
    );
    const chatting = { ...common, isOver: () => desk.isSafe };
    const names = (count: number, kind: string) => Array.from({ length: count }, (_, at) => `${kind}${at + 1}`);
    const people = [
      ...(await Promise.all(names(AT_BROWSERS, '网').map((name) => atBrowser(name, chatting)))),
      ...names(PUSHED, '推').map((name) => pushed(name, chatting)),
    ];
    const erasings = names(ERASING, '删').map((name) => erasing(name, chatting));
    while (!desk.isSafe) await desk.tick();
    await Promise.all([...people, ...erasings].map(({ done }) => done));
    const users: readonly User[] = people.map(({ user }) => user);
    const erasers: readonly Eraser[] = erasings.map(({ eraser }) => eraser);
    const settling = { desk, ask, watcher, watched, users };
    await served(settling);
    isOver = true;
    await Promise.all(agents.map(({ done }) => done));
    await heard(settling);
    const { deaths, faults, cutOff } = desk;
    await Promise.all([...users.map((user) => user.stop()), watched.stop()]);
    await desk.close();
    const store = await openStore({ dataDir: folder });
    try {
      return await find(store, {
        ...{ folder, deaths, faults, cutOff, users, erasers, agents },
        leftBehind: leftBehindIn(folder),
        seen: watched.talks,
        diedAt: lastWordsIn(folder),
        arrived: arrivedAt(folder),
      });
    } finally {
      await store.close();
    }
  } finally {
    await desk.close();
  }
}
