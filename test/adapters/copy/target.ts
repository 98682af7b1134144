import { expect, onTestFinished } from 'vitest';
import { move } from '../../../src/adapters/copy/move.ts';
import { freshDatabase } from '../../postgres.ts';
import { opened } from '../store/stores.ts';
import type { Filled } from './filled.ts';

/** A database that is gone after the test. */
export async function emptyDatabase(): Promise<string> {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  return url;
}

export const storeAt = (url: string) => opened({ databaseUrl: url, dataDir: '.' });

/** Moves until so many rows are done, and is broken off there. */
export async function breakOff({ dataDir, key }: Filled, to: string, at: number): Promise<void> {
  const told = (_step: string, done: number): void => {
    if (done >= at) throw new Error('the plug was pulled');
  };
  await expect(move({ dataDir, key, to, told })).rejects.toThrow('the plug was pulled');
}
