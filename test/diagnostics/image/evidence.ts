import { readFileSync } from 'node:fs';
import type { Evidence, PictureText } from '../../../src/diagnostics/image/evidence.ts';
import { PictureAdvice } from '../../../src/diagnostics/image/picture-advice.ts';

export const advice = PictureAdvice.parse(
  JSON.parse(readFileSync(new URL('../../../data/rules/picture-advice.json', import.meta.url), 'utf8')),
);

/** What is known of a good photo of an identity card's front; a test changes what it is about. */
export const good: Evidence = {
  facts: {
    format: 'jpg',
    bytes: 812_000,
    width: 2000,
    height: 1500,
    orientation: 1,
    hasAlpha: false,
    frames: 1,
    isGrey: false,
    isCmyk: false,
    bitsPerChannel: 8,
  },
  measures: { crispness: 0.74, p95: 236, darkShare: 0.01, whiteShare: 0, white: undefined, colourSpread: 60 },
  looks: { skinOval: 0, flatColours: 0.02, ovalShare: 0 },
  outline: {
    is: 'complete',
    sides: [],
    corners: [
      { x: 0.2, y: 0.2 },
      { x: 0.8, y: 0.2 },
      { x: 0.8, y: 0.7 },
      { x: 0.2, y: 0.7 },
    ],
    area: 0.3,
    aspect: 1.6,
    length: 0.6,
  },
  cardPixels: 1200,
  text: undefined,
  isScreenshot: false,
  today: '2026-11-26',
  advice,
};

/** What was read on it. */
export const readWell: PictureText = {
  document: 'id-front',
  sure: 1,
  fields: {},
  confidence: 0.99,
  lines: 11,
  turned: 0,
  cutAt: [],
  reach: { across: 0.5, down: 0.4 },
  missing: [],
};

export function withText(text: Partial<PictureText>): Evidence {
  return { ...good, text: { ...readWell, ...text } };
}
