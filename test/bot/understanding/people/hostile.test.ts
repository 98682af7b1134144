import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { connectionIn } from '../../../../src/bot/understanding/people/connection.ts';
import { documentsIn } from '../../../../src/bot/understanding/people/documents.ts';
import { faceStoryIn } from '../../../../src/bot/understanding/people/face-story.ts';
import { inPersonIn } from '../../../../src/bot/understanding/people/in-person.ts';
import { roleQuestionIn, rolesIn, rolesNamedIn, sameHeadIn } from '../../../../src/bot/understanding/people/roles.ts';
import { subjectIn } from '../../../../src/bot/understanding/people/subject.ts';
import { cpuTime } from '../../../cpu-time.ts';

const readers: readonly ((text: string) => unknown)[] = [
  faceStoryIn,
  inPersonIn,
  rolesIn,
  sameHeadIn,
  rolesNamedIn,
  roleQuestionIn,
  subjectIn,
  connectionIn,
  documentsIn,
];

/** Every word that stands in a pattern. */
const folder = 'src/bot/understanding/people/';
const words = [
  ...new Set(
    readdirSync(folder).flatMap((name) =>
      [...readFileSync(folder + name, 'utf8').matchAll(/\p{Script=Han}+|[a-z]{2,8}|\d|[!?.,~ ]/gu)].map(
        ([word]) => word,
      ),
    ),
  ),
];

const LENGTH = 5000;
/** Milliseconds for a text of that length. */
const PATIENCE = 50;

function readsAtOnce(text: string): void {
  for (const read of readers) {
    const took = cpuTime(() => read(text), { enough: PATIENCE });
    expect(took, `${read.name} on ${text.slice(0, 40)}…`).toBeLessThan(PATIENCE);
  }
}

const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

it.each([
  '刷了三次',
  '又失败',
  '失败次数',
  '一',
  '3',
  '3-',
  '刷了',
  '都',
  '我是',
  '法人和',
  '主体负责人和',
  '网站',
  '两个负责人',
  '不是本人',
  '替他刷',
  '老板不在我刷',
  'wifi',
  '切换',
  '营业执照传了',
  '没传',
  '身份证',
  '去窗边',
  '谁的脸',
  '过了',
  '不过',
  ' ',
  ',',
])('reads %s, repeated', (piece) => {
  readsAtOnce(filled(piece));
  readsAtOnce(`${filled(piece)}吗x`);
});

it('reads every word of its patterns, repeated', () => {
  expect(words.length).toBeGreaterThan(300);
  for (const word of words) for (const read of readers) read(word.repeat(40));
});

it('reads any text without a fault, and words of its patterns in any order at once', () => {
  const options = { seed: 20230324 };
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const read of readers) read(text);
    }),
    { ...options, numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }), (several) =>
      readsAtOnce(filled(several.join(''))),
    ),
    { ...options, numRuns: 150 },
  );
}, 60_000);
