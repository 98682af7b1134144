import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../../src/diagnostics/image/inspect.ts';
import { createReader, type Reader } from '../../../src/diagnostics/image/ocr/reader.ts';
import { person } from '../../pictures/fictional.ts';
import { screenshot } from '../../pictures/screenshot.ts';
import { cut, face, idBack, idFront, photoOf, turn } from './draw.ts';
import { advice } from './evidence.ts';

describe('inspecting a picture', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader({ threads: 1 });
  });
  afterAll(() => reader.close());
  const report = (bytes: Buffer) =>
    inspect(bytes, { today: '2026-11-26', reader, advice, errors: [{ entry: 2, text: '非法参数' }] });

  it('finds nothing about a good photo, and keeps no number and no name', async () => {
    const someone = person(71);
    const found = await report(await photoOf(await idFront({ seed: 71 }), { seed: 71 }));
    expect(found).toMatchObject({ is: 'checked', verdict: 'image-ok', seen: { document: 'id-front', turned: 0 } });
    expect(found.seen?.fields.idNumber).toBe(`${someone.number.slice(0, 6)}********${someone.number.slice(-4)}`);
    const stored = JSON.stringify(found);
    expect(stored).not.toContain(someone.number);
    expect(stored).not.toContain(someone.name);
    expect(found.seen?.lines.length).toBeGreaterThan(3);
  });

  it('reads that a card has expired', async () => {
    const found = await report(await idBack({ seed: 72, from: '2005.03.09', to: '2025.03.09' }));
    expect(found).toMatchObject({ verdict: 'image-expired', findings: [{ severity: 'problem', retryable: false }] });
    expect(found.findings[0]?.evidence).toContain('2025-03-09');
    expect(found.seen?.fields.validity).toEqual({ from: '2005-03-09', to: '2025-03-09' });
  });

  it('tells a turned photo and a card that is cut off where it fills the frame', async () => {
    const card = await idFront({ seed: 73 });
    expect(await report(await turn(90)(card))).toMatchObject({ verdict: 'image-turned', seen: { turned: 90 } });
    const half = await report(await cut('right', 0.3)(card));
    expect(half.verdict).toBe('image-incomplete');
    expect(half.seen?.thumbnail?.length).toBeLessThanOrEqual(40_000);
  });

  it('refuses a face', async () => {
    expect(await report(await face({ seed: 74 }))).toMatchObject({
      verdict: 'image-face-only',
      seen: { document: 'face' },
    });
  });

  it('reads a screenshot, and lays no rule for photos on it', async () => {
    const found = await report(await screenshot({ lines: ['非法参数'], kind: 'error', dark: true }));
    expect(found).toMatchObject({ verdict: 'image-ok', findings: [], seen: { document: 'screenshot' } });
    expect(found.seen?.screen?.errors).toMatchObject([{ entry: 2, line: '非法参数' }]);
  });
});
