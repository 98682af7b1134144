import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { openPeopleDesk, type PeopleDesk, type Person } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openBrowser } from './chat.ts';
import { buildConsole, type Console, openConsole } from './console.ts';

export type ConsoleOptions = NonNullable<Parameters<typeof openConsole>[2]>;

/** What the tests of a file have: a browser, and a desk that listens. There are once a test, or a file, has begun. */
export interface ConsoleStage {
  readonly browser: Browser;
  readonly desk: PeopleDesk;
  /** A browser of its own in front of the console, that is closed after the test and may have had no faults. */
  open(options?: ConsoleOptions): Promise<Console>;
  /** A person who waits for somebody, with the name that the console gives them. */
  waiting(): Promise<Person & { readonly name: string }>;
}

export interface StageOptions {
  /** Opens the desk; knows the shipped content where it asks for it. */
  readonly openDesk?: (trained: () => Promise<Knowledge>) => Promise<PeopleDesk>;
  /** One desk for all tests of the file; otherwise each test has its own. */
  readonly shared?: boolean;
}

/** Registers what browser tests of the console set up and check afterwards. */
export function consoleStage({
  openDesk = async (trained) => openPeopleDesk(await trained()),
  shared = false,
}: StageOptions = {}): ConsoleStage {
  let browser: Browser;
  let desk: PeopleDesk;
  let knowledge: Promise<Knowledge> | undefined;
  const consoles: Console[] = [];
  const trained = () => {
    knowledge ??= trainedKnowledge();
    return knowledge;
  };
  type Register = (hook: () => Promise<void>, timeout: number) => void;
  const before: Register = shared ? beforeAll : beforeEach;
  const after: Register = shared ? afterAll : afterEach;

  beforeAll(async () => {
    buildConsole();
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await (await knowledge)?.close();
  });
  before(async () => {
    desk = await openDesk(trained);
    await desk.app.listen({ port: 0, host: '127.0.0.1' });
  }, 120_000);
  after(async () => {
    const opened = consoles.splice(0);
    for (const one of opened) await one.close();
    await desk.close();
    expect(opened.flatMap((one) => one.faults)).toEqual([]);
    expect(desk.faults).toEqual([]);
  }, 120_000);

  return {
    get browser() {
      return browser;
    },
    get desk() {
      return desk;
    },
    async open(options) {
      const opened = await openConsole(browser, desk, options);
      consoles.push(opened);
      return opened;
    },
    async waiting() {
      const person = await desk.visitor();
      await person.say('人脸核验一直过不去');
      await person.say('转人工');
      return { ...person, name: `访客 ${person.talk.slice(-4)}` };
    },
  };
}
