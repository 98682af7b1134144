import { expect, it } from 'vitest';
import { askedGroups } from '../../../src/adapters/content/asked-groups.ts';
import { rememberedGroups } from '../../../src/adapters/content/gap-groups.ts';
import { questionVectors } from '../../../src/adapters/content/question-vectors.ts';
import type { AskedTurn } from '../../../src/adapters/store/asked-turn.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';

/** What is asked of it here, without an encoder. */
const wordless = {
  normalise: (text: string) => text.toLowerCase(),
  vectors: async (texts: readonly string[]) => texts.map(() => []),
  centre: () => new Float32Array(0),
} as unknown as Knowledge;

/** Turns as `talk: text`, answered with an entry unless that is 0. */
function turns(...asked: readonly (readonly [line: string, entry: number])[]): readonly AskedTurn[] {
  return asked.map(([line, entry], seq) => {
    const [talk = '', text = ''] = line.split(': ');
    const came =
      entry === 0 ? ({ kind: 'not-covered', entries: [] } as const) : { kind: 'answer' as const, entries: [entry] };
    return { talk, seq, at: '2026-03-01T02:00:00.000Z', text, pressed: false, unhelpful: false, ...came };
  });
}

it('what was asked is grouped over all wordings, with the entry that most were answered with', async () => {
  const asked = turns(
    ['a: APP怎么更新到最新版', 1],
    ['b: app怎么更新到最新版', 1],
    ['b: APP怎么更新到最新版本', 0],
    ['c: 红头纸哪里来', 0],
  );
  const others = turns(['d: 你好', 0]).map((turn) => ({ ...turn, kind: 'smalltalk' as const }));
  const buttons = turns(['d: 扫码进不去', 1]).map((turn) => ({ ...turn, pressed: true }));
  const parts = { vectorsOf: questionVectors(), group: rememberedGroups() };
  expect(await askedGroups([...asked, ...others, ...buttons], wordless, parts)).toEqual({
    groups: [
      {
        ...{ times: 3, talks: 2, entry: 1 },
        examples: [
          { text: 'APP怎么更新到最新版', times: 2 },
          { text: 'APP怎么更新到最新版本', times: 1 },
        ],
      },
      { times: 1, talks: 1, entry: null, examples: [{ text: '红头纸哪里来', times: 1 }] },
    ],
    ...{ asked: 4, grouped: 4, by: 'words' },
  });
});
