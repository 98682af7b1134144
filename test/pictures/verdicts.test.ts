import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentOf } from '../../src/diagnostics/image/document/document-of.ts';
import { inspect } from '../../src/diagnostics/image/inspect.ts';
import { createReader, type Reader } from '../../src/diagnostics/image/ocr/reader.ts';
import type { PictureReport } from '../../src/diagnostics/image/picture-report.ts';
import { errorTexts } from '../../src/knowledge/error-texts.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { advice } from '../diagnostics/image/evidence.ts';
import { drawnPictures } from './mishaps.ts';
import { pixelsOf } from './pixels-of.ts';
import { type Readable, readableBack, readableFront } from './readable.ts';
import { messageScreen, UNKNOWN } from './screens.ts';

/** Some eighty pictures at a second each; a busy machine takes its time. */
vi.setConfig({ testTimeout: 600_000 });

/** Nothing was tuned on the pictures of this seed and those after it. */
const HELD_OUT = 9_700;

const errors = errorTexts((await loadContent('data')).entries);
let reader: Reader;
beforeAll(async () => {
  reader = await createReader({ threads: 1 });
});
afterAll(() => reader.close());

const seen = (picture: Buffer): Promise<PictureReport> =>
  inspect(picture, { today: '2026-11-26', reader, advice, errors });
const severe = ({ findings }: PictureReport): boolean =>
  findings.some(({ severity }) => severity === 'problem' || severity === 'blocker');

async function fieldsOf({ photo }: Readable) {
  const pixels = await pixelsOf(photo, 2000);
  const { lines } = await reader.read(pixels);
  return documentOf(lines, pixels).fields;
}

/** Those for which something holds, as a share of all; tells which are the others. */
async function share<One>(all: readonly One[], holds: (one: One) => Promise<boolean>, name: (one: One) => string) {
  const amiss: string[] = [];
  for (const one of all) if (!(await holds(one))) amiss.push(name(one));
  return { share: 1 - amiss.length / all.length, amiss };
}

it('judges drawn pictures rightly, and refuses hardly a good one', async () => {
  const refused: string[] = [];
  const all = drawnPictures([HELD_OUT]);
  const right = await share(
    all,
    async ({ draw, verdicts, what }) => {
      const report = await seen(await draw());
      if (verdicts.includes('image-ok') && severe(report)) refused.push(what);
      return verdicts.includes(report.verdict);
    },
    ({ what }) => what,
  );
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(right.share, right.amiss.join(', ')).toBeGreaterThanOrEqual(0.95);
  expect(refused).toEqual([]);
});

describe('on cards that can be read', () => {
  const seeds = Array.from({ length: 7 }, (_, at) => HELD_OUT + at);

  it('reads the number exactly', async () => {
    const read = async (seed: number) => {
      const front = await readableFront(seed);
      return (await fieldsOf(front)).idNumber?.text === front.says;
    };
    const { share: exact, amiss } = await share(seeds, read, String);
    expect(exact, amiss.join(', ')).toBeGreaterThanOrEqual(0.97);
  });

  it('reads the last day exactly', async () => {
    const read = async (seed: number) => {
      const back = await readableBack(seed);
      return (await fieldsOf(back)).validity?.to === back.says;
    };
    const { share: exact, amiss } = await share(seeds, read, String);
    expect(exact, amiss.join(', ')).toBeGreaterThanOrEqual(0.97);
  });
});

describe('on screens', () => {
  it('finds the entry of every error that is listed', async () => {
    const found = await share(
      [...errors.entries()],
      async ([at, { entry, text }]) => {
        const { seen: said } = await seen(await messageScreen(text, HELD_OUT + at));
        return said?.screen?.errors[0]?.entry === entry;
      },
      ([, { text }]) => text,
    );
    expect(errors.length).toBeGreaterThanOrEqual(10);
    expect(found.share, found.amiss.join(', ')).toBeGreaterThanOrEqual(0.97);
  });

  it('forces none that is not listed into an entry', async () => {
    const unknown = UNKNOWN.filter((_, at) => at % 2 === 0);
    for (const [at, text] of unknown.entries()) {
      const { seen: said } = await seen(await messageScreen(text, HELD_OUT + at));
      expect(said?.document, text).toBe('screenshot');
      expect(said?.screen?.errors, text).toEqual([]);
    }
  });
});
