import { describe, expect, it } from 'vitest';
import { caseQuestions } from '../../../src/adapters/content/case-questions.ts';
import { gapDigest } from '../../../src/adapters/content/gap-digest.ts';
import type { ReadGap } from '../../../src/adapters/content/read-gaps.ts';
import { suggestionDigest, suggestionsOf } from '../../../src/adapters/content/suggestions.ts';
import type { ResolvedCase } from '../../../src/adapters/store/asked-turn.ts';
import type { Decision } from '../../../src/knowledge/decide.ts';
import { loadContent } from '../../../src/knowledge/load.ts';

const entries = new Map((await loadContent('data')).entries.map((entry) => [entry.number, entry]));
const AT = '2026-03-01T02:00:00.000Z';
const ANSWERS = new Map([
  [5, '请等待**两分钟**。\n再看一次。'],
  [12, '到资料下载里下载授权书。'],
]);

type Turn = ResolvedCase['turns'][number];

function turn(text: string, rest: Partial<Turn> = {}): Turn {
  const own = { talk: 'a', seq: 1, at: AT, kind: 'not-covered', entries: [], text } as const;
  return { ...own, pressed: false, unhelpful: false, gaps: [], ...rest };
}

const gap = (text: string) => turn(text, { gaps: [text] });
const answer = (text: string, entry: number, rest: Partial<Turn> = {}) =>
  turn(text, { kind: 'answer', entries: [entry], ...rest });
const draft = (text: string, entry: number, drafted = '草稿') =>
  ({ text, kind: 'answer', entries: [entry], drafted: [drafted] }) as const;

describe('the questions of a case', () => {
  it.each<[string, Partial<ResolvedCase>, readonly string[]]>([
    [
      'are for the entry whose answer an agent sent, however it was set out',
      { turns: [gap('红头纸哪里来'), answer('授权书', 12)], said: ['您好。请等待两分钟。再看一次。'] },
      ['5 answer 红头纸哪里来', '5 answer 授权书'],
    ],
    [
      'leave out an earlier answer, unless it was no help',
      {
        turns: [answer('早先的', 5), answer('没帮上的', 4, { unhelpful: true }), gap('红头纸哪里来')],
        said: ['到资料下载里下载授权书。'],
      },
      ['12 answer 没帮上的', '12 answer 红头纸哪里来'],
    ],
    [
      'are for the entry of a draft that an agent took over',
      { drafts: [draft('表格哪里下', 12, '到这里下载。')], said: ['到这里下载。'] },
      ['12 answer 表格哪里下'],
    ],
    [
      'are for the entry on the card where no answer was sent',
      { turns: [gap('红头纸哪里来'), answer('授权书', 12)], said: ['好的'] },
      ['12 card 红头纸哪里来'],
    ],
    [
      'are none where the answer on the card was no help',
      { turns: [gap('问'), answer('答', 12, { unhelpful: true })] },
      [],
    ],
    ['are none where two answers were sent', { turns: [gap('问')], said: [...ANSWERS.values()] }, []],
    ['are none where nothing tells the entry', { turns: [gap('问')], said: ['好的'] }, []],
    [
      'leave out buttons, greetings and what was answered with the entry',
      {
        turns: [answer('别的', 5, { pressed: true }), answer('对的', 12), turn('你好', { kind: 'smalltalk' })],
        drafts: [{ ...draft('谢谢', 12), kind: 'smalltalk' }],
        said: ['到资料下载里下载授权书。'],
      },
      [],
    ],
  ])('%s', (_name, rest, expected) => {
    const one = { talk: 'a', at: AT, turns: [], drafts: [], said: [], ...rest };
    const found = caseQuestions(one, ANSWERS);
    expect(found.map(({ entry, by, text }) => `${entry} ${by} ${text}`)).toEqual(expected);
  });
});

function decided(kind: Decision['kind'], entry: number, probability: number): ReadGap {
  const outside = { kind: 'near-domain' as const, probability: 1 - probability };
  const decision = { kind, candidates: [{ entry, probability }], confidence: probability, outside };
  return { normalised: '', vector: new Float32Array(0), decision };
}

/** Suggestions of `talk: entry by text`; in `answered` those that entry 12 answers today. */
function suggested(
  asked: readonly string[],
  { answered = [] as string[], known = [] as string[], dismissed = [] as string[] } = {},
) {
  const questions = asked.map((line) => {
    const [, talk = '', entry, by, text = ''] = /^(\w): (\d+) (\w+) (.*)$/.exec(line) ?? [];
    return { talk, entry: Number(entry), by: by as 'answer' | 'card', text, at: AT };
  });
  const read = new Map(
    questions.map(({ text }) => [
      text,
      { ...(answered.includes(text) ? decided('answer', 12, 0.9) : decided('outside', 12, 0.2)), normalised: text },
    ]),
  );
  const parts = { read, entries, known: new Set(known), dismissed: new Set(dismissed) };
  return suggestionsOf(questions, parts).map(({ entry, talks, texts }) => [
    `${entry} of ${talks}`,
    ...texts.map(({ text, times, by }) => `${text} ${times} ${by}`),
  ]);
}

const ASKED = ['a: 12 card 红头纸哪里来', 'b: 12 answer 红头纸哪里来', 'b: 12 card 表格哪里下', 'c: 5 card 一直转圈'];

describe('suggestions', () => {
  it('are by entry, those of most conversations first, with what agents answered before what stood on cards', () => {
    expect(suggested(ASKED)).toEqual([
      ['12 of 2', '红头纸哪里来 2 answer', '表格哪里下 1 card'],
      ['5 of 1', '一直转圈 1 card'],
    ]);
  });

  it('give a question to one entry alone', () => {
    const both = ['a: 12 card 红头纸哪里来', 'b: 12 card 红头纸哪里来', 'c: 5 answer 红头纸哪里来'];
    expect(suggested(both)).toEqual([['5 of 1', '红头纸哪里来 1 answer']]);
  });

  it.each<[string, Parameters<typeof suggested>[1]]>([
    ['is answered with the entry by now', { answered: ['红头纸哪里来'] }],
    ['has its place already', { known: ['红头纸哪里来'] }],
    ['was dismissed for the entry', { dismissed: [suggestionDigest(12, '红头纸哪里来')] }],
    ['was dismissed as a gap', { dismissed: [gapDigest('红头纸哪里来')] }],
  ])('leave out what %s', (_name, rest) => {
    expect(suggested(ASKED, rest)).toContainEqual(['12 of 1', '表格哪里下 1 card']);
  });

  it('keep what is answered with another entry, or dismissed for one', () => {
    const one = ['a: 5 card 红头纸哪里来'];
    const rest = { answered: ['红头纸哪里来'], dismissed: [suggestionDigest(12, '红头纸哪里来')] };
    expect(suggested(one, rest)).toEqual([['5 of 1', '红头纸哪里来 1 card']]);
  });

  it('leave out what no trial would take, and entries that are no more', () => {
    expect(suggested(['a: 12 card 问', `a: 12 card ${'长'.repeat(201)}`, 'a: 99 card 红头纸哪里来'])).toEqual([]);
  });
});
