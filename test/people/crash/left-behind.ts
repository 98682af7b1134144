import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A line under way to somebody of the push channel. */
export interface UnderWay {
  readonly user: string;
  readonly seq: number;
}

interface Found {
  readonly life: number;
  readonly underWay: readonly UnderWay[];
}

const fileIn = (folder: string): string => join(folder, 'left-behind.jsonl');

/** Writes down what the lives before left under way. Before a life begins: it sends at once, and may not live to tell. */
export function noteLeftBehind(folder: string, life: number): void {
  const database = new Database(join(folder, 'beian.sqlite'));
  const underWay = database
    .prepare(
      'select talks.person as user, outbox.seq from outbox join talks on talks.id = outbox.talk where outbox.settled is null',
    )
    .all() as readonly UnderWay[];
  database.close();
  appendFileSync(fileIn(folder), `${JSON.stringify({ life, underWay } satisfies Found)}\n`);
}

/** What was under way when a life ended, by its number. One that ended before it had noted anything sent nothing either. */
export function leftBehindIn(folder: string): readonly (readonly UnderWay[])[] {
  const file = fileIn(folder);
  const all = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const leftBehind: (readonly UnderWay[])[] = [];
  for (const { life, underWay } of all.map((line) => JSON.parse(line) as Found)) {
    while (leftBehind.length < life) leftBehind.push(underWay);
  }
  return leftBehind;
}
