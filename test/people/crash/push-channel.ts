import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from '../../../src/bot/ports.ts';

/** A line that has arrived at the people of the push channel, whatever became of the process that sent it. */
export interface Arrived {
  /** Which life of the desk sent it, from 0. */
  readonly life: number;
  readonly user: string;
  readonly seq: number;
  readonly text: string;
}

export interface PushOptions {
  readonly folder: string;
  readonly life: number;
  /** Told once a line has arrived, before the desk knows that it has. */
  readonly arrived: () => void;
}

/** One sending in so many fails, before anything arrives. */
const FAILS = 9;
/** Milliseconds from a line's arrival to the vendor's answer. */
const ANSWERS_AFTER = 10;

/** A vendor that pushes, as far as crashes go: what it was handed is on its disk before the sending is over. */
export function pushChannel({ folder, life, arrived }: PushOptions): Channel {
  const journal = openSync(journalOf(folder), 'a');
  let sendings = 0;
  return {
    name: 'wechat',
    async open() {},
    async send({ to: { user }, lines, ...shipment }) {
      for (const { seq, text } of lines) {
        sendings += 1;
        if (sendings % FAILS === 0) throw new Error('The vendor is busy');
        writeSync(journal, `${JSON.stringify({ life, user, seq, text } satisfies Arrived)}\n`);
        fsyncSync(journal);
        arrived();
        await wait(ANSWERS_AFTER);
        await shipment.arrived(seq);
      }
    },
    async close() {
      closeSync(journal);
    },
  };
}

/** All that has arrived so far, in order. */
export function arrivedAt(folder: string): readonly Arrived[] {
  const lines = readFileSync(journalOf(folder), 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Arrived);
}

function journalOf(folder: string): string {
  return join(folder, 'arrived.jsonl');
}
