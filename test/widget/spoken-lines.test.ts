import { describe, expect, it } from 'vitest';
import { spokenSamples } from './samples/spoken-samples.ts';
import { foreign, inEnglish, inTaiwan, SIMPLIFIED } from './spoken.ts';

const samples = spokenSamples();
const HAN = /\p{Script=Han}/u;

describe('what the checks and the desk say', () => {
  it('is much', () => {
    expect(samples.length).toBeGreaterThan(300);
  });

  it.each(samples)('is said in English, line by line: %s', (text) => {
    const said = inEnglish(text).split('\n');
    for (const [at, line] of text.split('\n').entries()) {
      if (!HAN.test(line)) continue;
      expect(said[at], line).not.toBe(line);
      expect(foreign(said[at] ?? ''), said[at]).toBe(false);
    }
  });

  it('keeps its numbers, its masked ones, too', () => {
    for (const text of samples) {
      const numbers = text.replace(/\d+ 万/g, '').match(/[\d*]{3,}[X\d]*/g) ?? [];
      for (const number of numbers) expect(inEnglish(text), text).toContain(number);
    }
  });

  it('is said in Traditional Chinese, but for what is quoted', () => {
    for (const text of samples) {
      expect(inTaiwan(text).replace(/[“「《][^”」》]*[”」》]/g, ''), text).not.toMatch(SIMPLIFIED);
    }
  });
});
