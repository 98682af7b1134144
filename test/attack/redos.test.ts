import { beforeAll, describe, expect, it } from 'vitest';
import { buildingFiles, builtPatterns, type Found, writtenPatterns } from './redos/every-pattern.ts';
import { type Growing, growing, grown } from './redos/hostile-texts.ts';

/** Characters that a message may have; what is longer is cut or refused before anybody looks for words in it. */
const LONG = 2_000;
/** Milliseconds of processor time that nothing may take for it. */
const SOON = 100;
/** Small steps: what grows exponentially is found where it is still bearable. */
const STEPS = [16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 72, 80, 90, 100, 128, 180, 256, 400, 900, LONG];
/** What takes less for it is not looked at more closely. */
const AT_ONCE = 0.5;
/** A text so many times as long may take so many times as long, and some more: with its square it would take 16 times. */
const LONGER = 4;
const SLOWER = 8;
/** Less than that, in milliseconds, is too little to be compared; a quadratic pattern takes twice as much on a quick machine. */
const LEAST = 18;

const building = [...buildingFiles('src'), ...buildingFiles('web')];
let found: readonly Found[] = [];
let built: readonly Found[] = [];
beforeAll(async () => {
  built = await builtPatterns(building, async () => (await import('./redos/house-at-work.ts')).houseAtWork());
  const all = [...writtenPatterns('src'), ...writtenPatterns('web'), ...built];
  found = [...new Map(all.map((one) => [String(one.pattern), one])).values()];
}, 120_000);

/** Milliseconds that a pattern needs for a text: all its matches, or to find that there are none. */
function costOf(pattern: RegExp, text: string): number {
  const begun = process.cpuUsage();
  pattern.lastIndex = 0;
  if (pattern.global) text.replace(pattern, '');
  else pattern.test(text);
  return process.cpuUsage(begun).user / 1_000;
}

/** The best of several measurements; of one, where that is soon. */
function leastCost(pattern: RegExp, text: string, enough = 0): number {
  let least = costOf(pattern, text);
  for (let again = 0; again < 3 && least > enough && least < 20 * SOON; again++)
    least = Math.min(least, costOf(pattern, text));
  return least;
}

/** How a pattern takes too long for a text that grows; undefined where it does not. */
function wrongWith(pattern: RegExp, text: Growing): string | undefined {
  const said = JSON.stringify({ ...text, unit: text.unit.slice(0, 60) });
  let cost = 0;
  for (const length of STEPS) {
    cost = leastCost(pattern, grown(text, length), length === LONG ? AT_ONCE : SOON);
    if (cost > SOON) return `${Math.round(cost)} ms for ${length} characters of ${said}`;
  }
  if (cost < AT_ONCE) return undefined;
  const more = leastCost(pattern, grown(text, LONGER * LONG), LEAST);
  if (more < LEAST || more < SLOWER * cost) return undefined;
  return `${Math.round(more)} ms for ${LONGER * LONG} characters of ${said}, ${Math.round(more / cost)} times as long as for ${LONG}`;
}

/** Up to two such texts. */
function whyOf(pattern: RegExp): readonly string[] {
  const why: string[] = [];
  for (const text of growing(pattern)) {
    const one = wrongWith(pattern, text);
    if (one !== undefined) why.push(one);
    if (why.length === 2) break;
  }
  return why;
}

describe('every regular expression', () => {
  it('is found: those that are written out and those that are put together', () => {
    expect(found.length).toBeGreaterThan(1_000);
    expect(building.filter((file) => !built.some(({ where }) => where === file))).toEqual([]);
  });

  it('is done with a message soon, whatever stands in it', () => {
    const wrong = found.flatMap(({ where, pattern }) => {
      const why = whyOf(pattern);
      return why.length > 0 ? [{ where, pattern: String(pattern).slice(0, 200), why }] : [];
    });
    expect(wrong).toEqual([]);
  }, 400_000);

  it('would be found out by this test', () => {
    for (const pattern of [
      /^(a+)+$/,
      /^(?:[a-z]+\d?)*!$/,
      /^(\w|[a-z])*$/,
      /^(?:中|[^x])*b$/u,
      /^(?:嗯+|我?就是|我)+的*$/,
      /(?:吧|好的?)+$/,
      /^(?:那|是)*(?:是|的)*$/,
      /[打写]错.*[打写]了$/,
    ]) {
      expect([String(pattern), whyOf(pattern).length > 0]).toEqual([String(pattern), true]);
    }
  }, 60_000);
});
