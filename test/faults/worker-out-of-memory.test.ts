import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { Seat } from '../../src/diagnostics/image/worker/seat.ts';

/** A worker that takes ever more memory for one picture, and answers for any other. */
const GREEDY = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (job) => {
  const all = [];
  while (job.do === 'fix') all.push(new Array(100_000).fill(Math.random()));
  parentPort.postMessage({ is: 'done', result: true });
});
`;

it('gives up a picture that takes all memory, says so, and looks at the next one', { timeout: 60_000 }, async () => {
  const said: string[] = [];
  const begin = () => new Worker(GREEDY, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
  const seat = new Seat(begin, 30_000, (what) => said.push(what));
  onTestFinished(() => seat.close());
  expect(await seat.run({ do: 'warm' })).toBe(true);
  expect(await seat.run({ do: 'fix', bytes: new Uint8Array(), wish: {} })).toBeUndefined();
  expect(said).toEqual([expect.stringContaining('ERR_WORKER_OUT_OF_MEMORY')]);
  expect(await seat.run({ do: 'warm' })).toBe(true);
});
