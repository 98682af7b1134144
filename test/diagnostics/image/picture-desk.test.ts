import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { createPictureDesk, type PictureDesk } from '../../../src/diagnostics/image/worker/picture-desk.ts';
import { Seat } from '../../../src/diagnostics/image/worker/seat.ts';
import { idFront, photoOf } from './draw.ts';
import { advice } from './evidence.ts';

const today = '2026-11-26';
const errors = [{ entry: 2, text: '非法参数' }];

describe('the picture desk', () => {
  let desk: PictureDesk | undefined;
  afterEach(() => desk?.close());

  it('checks, mends and stitches in a thread of its own', async () => {
    desk = createPictureDesk({ workers: 1, advice, errors, limitMs: 60_000 });
    const picture = await photoOf(await idFront({ seed: 61 }), { seed: 61 });
    const report = await desk.check(picture, { name: 'front.jpg', today, read: false });
    expect(report).toMatchObject({
      is: 'checked',
      verdict: 'image-ok',
      seen: { facts: { format: 'jpg', ending: 'jpg' } },
    });
    expect(await desk.fix(picture)).toMatchObject({ is: 'fixed' });
    expect(await desk.stitch(picture, picture, 'stack')).toMatchObject({ is: 'stitched' });
    expect(await desk.check(Buffer.from('%PDF-1.4'), { today })).toMatchObject({
      is: 'refused',
      verdict: 'image-format',
    });
  }, 60_000);

  it('is busy rather than letting a queue grow', async () => {
    desk = createPictureDesk({ workers: 1, advice, errors, waiting: 1, limitMs: 60_000 });
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const asked = [1, 2, 3].map(() => desk?.fix(dot));
    expect((await Promise.all(asked)).map((result) => result?.is)).toEqual(['fixed', 'fixed', 'busy']);
  }, 60_000);
});

describe('a seat at the desk', () => {
  const script = `require('node:worker_threads').parentPort.on('message', (job) => {
    if (job.do === 'fix') for (;;);
    if (job.do === 'stitch') process.exit(3);
    if (job.do === 'warm') throw new Error('broken');
    require('node:worker_threads').parentPort.postMessage({ is: 'done', result: 'well' });
  });`;
  const check = { do: 'check', bytes: new Uint8Array(), today, read: false } as const;

  it('stops a worker that takes too long, survives one that dies, and goes on with a new one', async () => {
    let started = 0;
    const seat = new Seat(() => {
      started++;
      return new Worker(script, { eval: true });
    }, 2000);
    const bytes = new Uint8Array();
    expect(await seat.run(check)).toBe('well');
    expect(await seat.run(check)).toBe('well');
    expect(started).toBe(1);
    expect(await seat.run({ do: 'fix', bytes, wish: {} })).toBeUndefined();
    expect(await seat.run(check)).toBe('well');
    expect(await seat.run({ do: 'stitch', auxiliary: bytes, document: bytes, layout: 'side' })).toBeUndefined();
    expect(await seat.run({ do: 'warm' })).toBeUndefined();
    expect(await seat.run(check)).toBe('well');
    expect(started).toBe(4);
    await seat.close();
  });
});
