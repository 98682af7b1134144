import { describe, expect, it } from 'vitest';
import { gapDigest } from '../../../src/adapters/content/gap-digest.ts';
import { gapGroups } from '../../../src/adapters/content/gap-groups.ts';
import type { ReadGap } from '../../../src/adapters/content/read-gaps.ts';
import type { Gap } from '../../../src/bot/ports.ts';
import type { Decision } from '../../../src/knowledge/decide.ts';
import { loadContent } from '../../../src/knowledge/load.ts';
import { wordVector } from '../../../src/knowledge/question-vector.ts';

const entries = new Map((await loadContent('data')).entries.map((entry) => [entry.number, entry]));

function decision(kind: Decision['kind'], probability: number): Decision {
  const outside = { kind: 'near-domain' as const, probability: 1 - probability };
  return { kind, candidates: [{ entry: 12, probability }], confidence: probability, outside };
}

/** Gaps as `talk: text`, in the order they were asked; those in `covered` are answered by now. */
function grouped(asked: readonly string[], { covered = [] as string[], dismissed = [] as string[] } = {}) {
  const gaps = asked.map((line, at): Gap & { readonly talk: string } => {
    const [talk = '', text = ''] = line.split(': ');
    const time = `2026-03-0${at + 1}T00:00:00.000Z`;
    return { talk, text, at: time, outcome: 'not-covered', candidates: [12], confidence: 0.5 };
  });
  const read = new Map(
    gaps.map(({ text }): [string, ReadGap] => [
      text,
      {
        normalised: text,
        vector: wordVector(text),
        decision: covered.includes(text) ? decision('answer', 0.9) : decision('outside', 0.2),
      },
    ]),
  );
  return gapGroups(gaps, { gaps: read, by: 'words' }, { entries, dismissed: new Set(dismissed.map(gapDigest)) });
}

const ASKED = ['a: 备案号在哪里查', 'a: 备案号在哪里查', 'b: 备案号在哪里查询', 'c: 发票怎么开'];

describe('gaps in groups', () => {
  it('count how often and by how many they were asked, those asked most first', async () => {
    const { groups, ...rest } = await grouped(ASKED);
    expect(rest).toEqual({ asked: 4, dismissed: 0, by: 'words' });
    expect(groups).toMatchObject([
      {
        size: 3,
        covered: 0,
        talks: 2,
        lastAt: '2026-03-03T00:00:00.000Z',
        texts: ['备案号在哪里查', '备案号在哪里查询'],
      },
      { size: 1, talks: 1, texts: ['发票怎么开'] },
    ]);
    expect(groups[0]?.examples[0]).toEqual({ text: '备案号在哪里查', times: 2, covered: false });
    expect(groups[0]?.nearest).toEqual([{ entry: 12, title: entries.get(12)?.title, confidence: 0.2 }]);
  });

  it('do not count what is answered by now, and put a group of that alone at the end', async () => {
    const { groups } = await grouped(ASKED, { covered: ['备案号在哪里查', '备案号在哪里查询'] });
    expect(groups.map(({ size, covered, texts }) => [size, covered, texts])).toEqual([
      [1, 0, ['发票怎么开']],
      [0, 3, []],
    ]);
  });

  it('leave out a dismissed group with a few new wordings, and show it again when there are many', async () => {
    const dismissed = ['备案号在哪里查'];
    expect(await grouped(ASKED, { dismissed })).toMatchObject({ groups: [{ texts: ['发票怎么开'] }], dismissed: 3 });
    const more = [...ASKED, 'd: 备案号在哪里查看', 'e: 备案号在哪里查呢'];
    expect((await grouped(more, { dismissed })).groups.map(({ size }) => size)).toEqual([5, 1]);
  });

  it('are none where nothing was asked', async () => {
    expect(await grouped([])).toEqual({ groups: [], asked: 0, dismissed: 0, by: 'words' });
  });
});
