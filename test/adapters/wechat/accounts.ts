import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../../trained.ts';
import { type Account, type AccountOptions, openAccount } from './account.ts';

export interface Accounts {
  open(options?: AccountOptions): Promise<Account>;
  /** Whatever went wrong on purpose: it has to have been told, as a text that holds each of these. */
  told(...words: readonly string[]): void;
}

/** Accounts of one test file. After each test nothing may be left that the platform forbids, or that went wrong. */
export function accounts(): Accounts {
  let knowledge: Knowledge;
  let current: Account | undefined;
  beforeAll(async () => {
    knowledge = await trainedKnowledge();
  });
  afterAll(() => knowledge.close());
  afterEach(async () => {
    const account = current;
    current = undefined;
    await account?.close();
    expect(account?.ctl.violations ?? []).toEqual([]);
    expect(account?.desk.faults ?? []).toEqual([]);
  });
  return {
    async open(options) {
      current = await openAccount(knowledge, options);
      return current;
    },
    told(...words) {
      const faults = current?.desk.faults as unknown[];
      const texts = faults.map((one) =>
        [one]
          .flat()
          .map((part) => wordsOf(part))
          .join(' '),
      );
      for (const word of words) expect(texts.join('\n')).toContain(word);
      expect(texts.length).toBeGreaterThan(0);
      faults.length = 0;
    },
  };
}

function wordsOf(part: unknown): string {
  if (part instanceof Error) return part.message;
  return typeof part === 'string'
    ? part
    : JSON.stringify(part, (_key, value) => (value instanceof Error ? value.message : value));
}
