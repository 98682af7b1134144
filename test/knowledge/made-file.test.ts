import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepNewest, readMade, writeMade } from '../../src/knowledge/made-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beian-made-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a made file', () => {
  it('gives back what was written, in a folder that was not there before', async () => {
    const file = join(folder, 'deep/er/decision-1.bin');
    await writeMade(file, Buffer.from([1, 2, 3]));
    expect(await readMade(file)).toEqual(Buffer.from([1, 2, 3]));
    await writeMade(file, Buffer.alloc(0));
    expect(await readMade(file)).toEqual(Buffer.alloc(0));
    expect(readdirSync(join(folder, 'deep/er'))).toEqual(['decision-1.bin']);
  });

  it('is as good as none when it is missing, cut or changed by a bit', async () => {
    const file = join(folder, 'decision-1.bin');
    expect(await readMade(file)).toBeUndefined();
    await writeMade(file, Buffer.from('something'));
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      writeFileSync(file, damaged);
      expect(await readMade(file)).toBeUndefined();
    }
    for (let length = whole.length - 1; length >= 0; length--) {
      truncateSync(file, length);
      expect(await readMade(file)).toBeUndefined();
    }
  });

  it('is whole, whoever writes it at the same time', async () => {
    const file = join(folder, 'decision-1.bin');
    const writers = Array.from({ length: 20 }, (_, at) => writeMade(file, Buffer.alloc(50_000, at)));
    const readers = Array.from({ length: 20 }, () => readMade(file));
    await Promise.all([...writers, ...readers]);
    expect(new Set(await readMade(file)).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['decision-1.bin']);
  });
});

describe('tidying', () => {
  it('leaves the file in use, the newest others and other kinds', async () => {
    for (const [name, age] of [
      ['decision-a.bin', 50],
      ['decision-b.bin', 40],
      ['decision-c.bin', 30],
      ['decision-d.bin', 20],
      ['graph-a.hnsw', 90],
      ['graph-a.hnsw.sha256', 90],
      ['vectors-a.bin', 99],
    ] as const) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), 1_700_000_000 - age, 1_700_000_000 - age);
    }
    await keepNewest(join(folder, 'decision-a.bin'), 2);
    expect(readdirSync(folder).sort()).toEqual([
      'decision-a.bin',
      'decision-c.bin',
      'decision-d.bin',
      'graph-a.hnsw',
      'graph-a.hnsw.sha256',
      'vectors-a.bin',
    ]);
    writeFileSync(join(folder, 'graph-b.hnsw'), '');
    await keepNewest(join(folder, 'graph-b.hnsw'), 0);
    expect(readdirSync(folder).sort()).toEqual([
      'decision-a.bin',
      'decision-c.bin',
      'decision-d.bin',
      'graph-b.hnsw',
      'vectors-a.bin',
    ]);
  });

  it('takes away what a process left unfinished an hour ago, not what is being written', async () => {
    const old = Date.now() / 1000 - 3_700;
    for (const name of ['decision-x.bin.1.next', 'decision-y.bin.2.next']) writeFileSync(join(folder, name), '');
    utimesSync(join(folder, 'decision-x.bin.1.next'), old, old);
    await writeMade(join(folder, 'decision-z.bin'), Buffer.from('z'));
    await keepNewest(join(folder, 'decision-z.bin'), 2);
    expect(readdirSync(folder).sort()).toEqual(['decision-y.bin.2.next', 'decision-z.bin']);
    expect(statSync(join(folder, 'decision-z.bin')).size).toBe(33);
  });
});
