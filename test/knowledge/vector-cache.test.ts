import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddingsError, NamedEmbeddings } from '../../src/knowledge/embeddings.ts';
import { cachedVectors, keyOf, vectorFile } from '../../src/knowledge/vector-cache.ts';
import { readVectors, rounded, writeVectors } from '../../src/knowledge/vector-file.ts';

/** Turns a text into its length and first character, and remembers what it was asked. */
class Counting extends NamedEmbeddings {
  readonly asked: string[] = [];
  readonly model: string;
  dimensions = 3;
  constructor(model = 'counting') {
    super({});
    this.model = model;
  }
  override async embedQuery(text: string): Promise<number[]> {
    this.asked.push(text);
    return Array.from({ length: this.dimensions }, (_, at) =>
      at === 0 ? text.length : (text.codePointAt(0) ?? 0) / 70_000 - at,
    );
  }
  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beian-vectors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const places = () => ({ cacheDir: join(folder, 'cache'), shippedDir: join(folder, 'shipped') });

describe('cached vectors', () => {
  it('encode each text once, and later only what is new', async () => {
    const first = new Counting();
    const vectors = await cachedVectors(places(), first, ['甲', '乙', '甲']);
    expect(first.asked).toEqual(['甲', '乙']);
    expect(vectors[0]).toEqual(vectors[2]);
    const second = new Counting();
    const again = await cachedVectors(places(), second, ['乙', '丙', '甲']);
    expect(second.asked).toEqual(['丙']);
    expect([again[2], again[0]]).toEqual(vectors.slice(0, 2));
  });

  it('forget what no text needs any more', async () => {
    await cachedVectors(places(), new Counting(), ['甲', '乙']);
    await cachedVectors(places(), new Counting(), ['甲', '丙']);
    const file = vectorFile(places().cacheDir, new Counting());
    expect([...(await readVectors(file)).keys()].sort()).toEqual(['甲', '丙'].map(keyOf).sort());
    expect(readdirSync(places().cacheDir)).toHaveLength(1);
  });

  it('write nothing when nothing is new', async () => {
    await cachedVectors(places(), new Counting(), ['甲', '乙']);
    rmSync(places().cacheDir, { recursive: true });
    await writeVectors(
      vectorFile(places().shippedDir, new Counting()),
      new Map(
        [
          ['甲', 1],
          ['乙', 2],
        ].map(([text, value]) => [keyOf(String(text)), Float32Array.of(Number(value), 0, 0)]),
      ),
    );
    const embeddings = new Counting();
    expect(await cachedVectors(places(), embeddings, ['乙', '甲'])).toHaveLength(2);
    expect(embeddings.asked).toEqual([]);
    expect(readdirSync(folder)).toEqual(['shipped']);
  });

  it('are made anew when the file is damaged', async () => {
    const texts = ['甲', '乙'];
    const before = await cachedVectors(places(), new Counting(), texts);
    const file = vectorFile(places().cacheDir, new Counting());
    const whole = readFileSync(file);
    for (const bytes of [
      whole.subarray(0, whole.length - 1),
      Buffer.alloc(0),
      Buffer.from('版本一'),
      Buffer.concat([whole, whole]),
    ]) {
      writeFileSync(file, bytes);
      const embeddings = new Counting();
      expect(await cachedVectors(places(), embeddings, texts)).toEqual(before);
      expect(embeddings.asked).toEqual(texts);
    }
  });

  it('are kept apart for each model', async () => {
    await cachedVectors(places(), new Counting('one'), ['甲']);
    const other = new Counting('other');
    await cachedVectors(places(), other, ['甲']);
    expect(other.asked).toEqual(['甲']);
    expect(readdirSync(places().cacheDir)).toHaveLength(2);
  });

  it('tell how far they are, and keep what was made before an encoder fails', async () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => `问题${at}`);
    class Failing extends Counting {
      override async embedQuery(text: string): Promise<number[]> {
        if (this.asked.length >= 2_600) throw new Error('connection refused');
        return super.embedQuery(text);
      }
    }
    const shares: number[] = [];
    const failing = cachedVectors(places(), new Failing(), texts, (share) => shares.push(share));
    await expect(failing).rejects.toThrow(EmbeddingsError);
    await expect(failing).rejects.toThrow('counting 不可用：connection refused');
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const embeddings = new Counting();
    await cachedVectors(places(), embeddings, texts);
    expect(embeddings.asked.length).toBeLessThan(1_000);
  });

  it('refuse an encoder that gives too few vectors, empty ones, or ones of another length than before', async () => {
    class Short extends Counting {
      override async embedDocuments(texts: string[]): Promise<number[][]> {
        return (await super.embedDocuments(texts)).slice(1);
      }
    }
    await expect(cachedVectors(places(), new Short(), ['甲', '乙'])).rejects.toThrow('2 条文本得到 1 个向量');
    const empty = new Counting();
    empty.dimensions = 0;
    await expect(cachedVectors(places(), empty, ['甲'])).rejects.toThrow(EmbeddingsError);
    await cachedVectors(places(), new Counting(), ['甲']);
    const longer = new Counting();
    longer.dimensions = 4;
    await expect(cachedVectors(places(), longer, ['甲', '乙'])).rejects.toThrow('长度 4，以前是 3');
    expect(await cachedVectors(places(), new Counting(), ['甲', '乙'])).toHaveLength(2);
  });

  it('are none for no texts', async () => {
    expect(await cachedVectors(places(), new Counting(), [])).toEqual([]);
  });
});

describe('a vector file', () => {
  const floats = fc.float32Array({ minLength: 4, maxLength: 4, noNaN: true, min: -2, max: 2 });

  it('gives vectors back to the last bit as they are rounded, and rounding changes them once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(floats, { minLength: 1, maxLength: 20 }), async (vectors) => {
        const rows = new Map(vectors.map((vector, at) => [keyOf(String(at)), rounded(vector)]));
        await writeVectors(join(folder, 'v.bin'), rows);
        expect(await readVectors(join(folder, 'v.bin'))).toEqual(rows);
        for (const vector of rows.values()) expect(rounded(vector)).toEqual(vector);
      }),
      { numRuns: 200, seed: 12 },
    );
  });

  it('rounds by less than a hundredth of the longest dimension', () => {
    fc.assert(
      fc.property(floats, (vector) => {
        const most = Math.max(...vector.map(Math.abs));
        const off = rounded(vector).map((value, at) => Math.abs(value - (vector[at] ?? 0)));
        expect(Math.max(...off)).toBeLessThanOrEqual(most / 100 + 1e-9);
      }),
      { seed: 13 },
    );
  });
});
