import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storedText } from '../../../src/bot/stored-text.ts';
import { choiceIn, namedIn } from '../../../src/bot/understanding/choice.ts';
import { commandIn } from '../../../src/bot/understanding/commands.ts';
import { bareAccount } from '../../../src/bot/understanding/contact.ts';
import { despairs } from '../../../src/bot/understanding/despair.ts';
import { followUpIn, leaningIn } from '../../../src/bot/understanding/follow-up.ts';
import { questionsIn } from '../../../src/bot/understanding/questions.ts';
import { refusalOf } from '../../../src/bot/understanding/refusal.ts';
import { smalltalkOf } from '../../../src/bot/understanding/smalltalk.ts';
import { onlyFacts } from '../../../src/bot/understanding/told-back.ts';
import { cannotTell } from '../../../src/bot/understanding/unsure.ts';
import { wantsNoPerson } from '../../../src/bot/understanding/wants-person.ts';
import { cpuTime } from '../../cpu-time.ts';

const readers: readonly ((text: string) => unknown)[] = [
  commandIn,
  wantsNoPerson,
  followUpIn,
  leaningIn,
  questionsIn,
  smalltalkOf,
  refusalOf,
  despairs,
  bareAccount,
  cannotTell,
  storedText,
  (text) => choiceIn(text, ['资料不全', '页面不显示']),
  (text) => namedIn(text, ['资料不全', '页面不显示']),
  (text) => onlyFacts(text, { facts: { platform: 'android' }, places: [] }),
];

/** Every word that stands in a pattern, and every character of it. */
const folder = 'src/bot/understanding/';
const words = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) =>
    [...readFileSync(folder + name, 'utf8').matchAll(/\p{Script=Han}+|[a-z]{2,8}|\d|[!?.,~ ]/gu)].map(([word]) => word),
  );
const pieces = [...new Set(words.flatMap((word) => [word, ...word]))];

/** Often enough that a pattern which tries every way of cutting a text is caught, seldom enough that it ends. */
const TIMES = 20;
/** Milliseconds; a reader takes far less than one. */
const PATIENCE = 60;

const longest: readonly (readonly [word: string, times: number])[] = [
  ['嗯', 2000],
  ['谢谢', 1000],
  ['那安卓的呢', 400],
  ['不需要', 600],
  ['看到的是', 500],
  ['a', 2000],
  ['1', 2000],
  ['？', 2000],
  ['转人工审核，', 300],
];

const endings = ['x', '吗x', '。', ''];

function readsAtOnce(text: string, patience = PATIENCE): void {
  for (const read of readers) {
    const took = cpuTime(() => read(text), { enough: patience });
    if (took >= patience) expect(took, `${read.name || read} on ${text}`).toBeLessThan(patience);
  }
}

const repeated = (piece: string): string => piece.repeat(TIMES);

it('reads every word it looks for, repeated, without trying every way of cutting it', () => {
  expect(pieces.length).toBeGreaterThan(500);
  for (const piece of pieces) for (const end of endings) readsAtOnce(repeated(piece) + end);
  // Only now: where one of these tries every way, it never ends.
  for (const [word, times] of longest) readsAtOnce(`${word.repeat(times)}x`, PATIENCE * 10);
});

it('reads repetitions of several such words likewise', () => {
  const several = fc.tuple(
    fc.constantFrom('', ...pieces),
    fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 3 }),
    fc.constantFrom(...endings),
  );
  fc.assert(
    fc.property(several, ([first, many, end]) => readsAtOnce(first + repeated(many.join('')) + end)),
    { numRuns: 2000, seed: 20230324 },
  );
});
