import { describe, expect, it } from 'vitest';
import type { Outline } from '../../../src/diagnostics/image/outline.ts';
import { placesOf } from '../../../src/diagnostics/image/places.ts';
import { lineAt } from '../../pictures/lines.ts';
import { readWell } from './evidence.ts';

const SIZE = { width: 1000, height: 500 };
const corner = (x: number, y: number) => ({ x, y });
const outline: Outline = {
  is: 'complete',
  sides: [],
  area: 0.25,
  aspect: 1.5,
  length: 0.5,
  corners: [corner(0.2, 0.1), corner(0.7, 0.12), corner(0.72, 0.6), corner(0.18, 0.58)],
};

describe('places in a picture', () => {
  it('are none where nothing was measured', () => {
    expect(placesOf({ outline: undefined, text: undefined }, [], [], [], SIZE)).toEqual([]);
  });

  it('are the box around the document, a reflection and a band at a side that is cut off', () => {
    const marks = [
      { box: { left: 0.33333, top: 0.5, width: 0.1, height: 0.2 } },
      { side: 'right' },
      { side: 'top' },
    ] as const;
    expect(placesOf({ outline, text: undefined }, marks, [], [], SIZE)).toEqual([
      { kind: 'document', box: [0.18, 0.1, 0.54, 0.5] },
      { kind: 'glare', box: [0.333, 0.5, 0.1, 0.2] },
      { kind: 'cut', box: [0.97, 0, 0.03, 1] },
      { kind: 'cut', box: [0, 0, 1, 0.03] },
    ]);
  });

  it('are never outside of the frame', () => {
    const beyond: Outline = { ...outline, corners: [corner(-0.1, -0.2), corner(1.2, 0), corner(1, 1.3), corner(0, 1)] };
    expect(placesOf({ outline: beyond, text: undefined }, [], [], [], SIZE)).toEqual([
      { kind: 'document', box: [0, 0, 1, 1] },
    ]);
  });

  it('are the lines of an error and of a number, and no other lines', () => {
    const lines = [lineAt('人脸核验', 100, 50), lineAt('核验不一致', 100, 100), lineAt('返回', 100, 200)];
    const said = placesOf({ outline: undefined, text: undefined }, [], lines, ['人脸核验核验不一致'], SIZE);
    expect(said.map(({ kind }) => kind)).toEqual(['text', 'text']);
    expect(said[0]?.box.slice(0, 2)).toEqual([0.1, 0.1]);
    const text = {
      ...readWell,
      fields: { idNumber: { text: '11010519491231002X', confidence: 1 } },
    };
    const number = [lineAt('公民身份号码 110105 19491231 002X', 100, 50), lineAt('住址', 100, 100)];
    const found = placesOf({ outline: undefined, text }, [], number, [], SIZE);
    expect(found.map(({ kind }) => kind)).toEqual(['number']);
  });
});
