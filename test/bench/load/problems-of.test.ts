import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../bench/load/problems-of.ts';
import { problemsOf } from '../../../bench/load/problems-of.ts';
import type { Seen } from '../../../bench/load/seen.ts';
import { type Line, outcome } from '../../../src/bot/message.ts';

const AT = '2026-03-02T06:00:00.000Z';
const line = (seq: number, by: Line['by'], text: string): Line => ({ seq, at: AT, by, text });
const WELCOME = line(1, 'bot', '您好，我是备案助手。');

/** Three messages, each answered in one line, as a service that does its work shows them. */
function whole(): Seen {
  const said = ['扫码进不去上传页面', '安卓', '8.1'].map((text, at) => {
    const kind = at === 0 ? 'answer' : 'ask';
    const messages = [{ ...line(2 * at + 3, 'bot', `回答${at}`), outcome: outcome(kind) }];
    const body = JSON.stringify({ messages, outcome: outcome(kind) });
    return {
      id: `m${at}`,
      cue: { text, kind } as const,
      answers: [body, body].map((one) => ({ status: 200, body: one })),
    };
  });
  const history = [
    WELCOME,
    ...said.flatMap(({ cue, answers }, at) => [
      line(2 * at + 2, 'user', cue.text),
      ...(JSON.parse(answers[0]?.body ?? '') as { messages: Line[] }).messages,
    ]),
  ];
  return { talk: 't', opened: [WELCOME], said, reused: 409, history, heard: history.map((one) => JSON.stringify(one)) };
}

/** The kinds of what is wrong, each once. */
function wrong(change: (seen: Seen) => Partial<Seen>): readonly Problem['is'][] {
  const seen = whole();
  return [...new Set(problemsOf({ ...seen, ...change(seen) }).map(({ is }) => is))];
}

/** The answer to the second message, changed. */
function answered(
  seen: Seen,
  change: (body: string) => string,
  again: (body: string) => string = change,
): Partial<Seen> {
  const said = seen.said.map((one, at) => {
    if (at !== 1) return one;
    const [first, second] = one.answers.map(({ body }) => body);
    return { ...one, answers: [change(first ?? ''), again(second ?? '')].map((body) => ({ status: 200, body })) };
  });
  return { said };
}

const without = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_, nth) => nth !== at);
const twice = <T>(list: readonly T[], at: number): readonly T[] =>
  list.flatMap((one, nth) => (nth === at ? [one, one] : [one]));
const swapped = <T>(list: readonly T[], at: number): readonly T[] => [
  ...list.slice(0, at),
  ...list.slice(at, at + 2).toReversed(),
  ...list.slice(at + 2),
];
const numbered = (lines: readonly Line[]): readonly Line[] => lines.map((one, at) => ({ ...one, seq: at + 1 }));

it('finds nothing where nothing is wrong', () => {
  expect(problemsOf(whole())).toEqual([]);
});

describe('in the answers, it finds', () => {
  it.each<[string, Problem['is'], (seen: Seen) => Partial<Seen>]>([
    [
      'a message that was refused',
      'status',
      ({ said }) => ({
        said: said.map((one, at) => (at === 2 ? { ...one, answers: [{ status: 503, body: '' }] } : one)),
      }),
    ],
    ['no answer at all', 'status', ({ said }) => ({ said: said.map((one) => ({ ...one, answers: [] })) })],
    [
      'a repeat with another answer',
      'repeat',
      (seen) =>
        answered(
          seen,
          (body) => body,
          (body) => body.replace('回答1', '回答一'),
        ),
    ],
    [
      'a repeat that differs in its bytes alone',
      'repeat',
      (seen) =>
        answered(
          seen,
          (body) => body,
          (body) => ` ${body}`,
        ),
    ],
    [
      'another kind than the script has',
      'outcome',
      (seen) => answered(seen, (body) => body.replaceAll('"ask"', '"refuse"')),
    ],
    [
      'a number that is not the next one',
      'answer.order',
      (seen) => answered(seen, (body) => body.replace('"seq":5', '"seq":6')),
    ],
    ['a used id that was taken for other words', 'status', () => ({ reused: 200 })],
  ])('%s', (_what, is, change) => {
    expect(wrong(change)).toContain(is);
  });
});

describe('in the history, it finds', () => {
  it.each<[string, Problem['is'], (history: readonly Line[]) => readonly Line[]]>([
    ['a lost answer', 'history.lost', (history) => without(history, 4)],
    [
      'a lost answer behind which the numbers go on without a hole',
      'history.lost',
      (history) => numbered(without(history, 4)),
    ],
    ['a lost message', 'history.lost', (history) => without(history, 3)],
    ['a lost end', 'history.lost', (history) => history.slice(0, -2)],
    ['an answer that came twice', 'history.doubled', (history) => twice(history, 4)],
    ['an answer that was stored twice', 'history.doubled', (history) => numbered(twice(history, 4))],
    ['two answers in each other’s place', 'history.order', (history) => numbered(swapped(history, 4))],
    ['lines that came in another order', 'history.order', (history) => swapped(history, 2)],
    [
      'an answer with other words',
      'history.altered',
      (history) => history.map((one) => (one.seq === 5 ? { ...one, text: '别的' } : one)),
    ],
    [
      'a message with other words',
      'history.altered',
      (history) => history.map((one) => (one.seq === 4 ? { ...one, text: '苹果' } : one)),
    ],
    ['an answer of another conversation', 'history.foreign', (history) => [...history, line(8, 'bot', '别人的回答')]],
    [
      'a hole in the numbers',
      'history.order',
      (history) => history.map((one) => (one.seq > 4 ? { ...one, seq: one.seq + 1 } : one)),
    ],
  ])('%s', (_what, is, change) => {
    expect(wrong(({ history }) => ({ history: change(history) }))).toContain(is);
  });
});

describe('in the stream, it finds', () => {
  it.each<[string, Problem['is'], (heard: readonly string[]) => readonly string[]]>([
    ['a line that it did not tell', 'stream.lost', (heard) => without(heard, 4)],
    ['a line that it told twice', 'stream.doubled', (heard) => twice(heard, 4)],
    ['lines in another order', 'stream.order', (heard) => swapped(heard, 4)],
    ['a line with other words', 'stream.altered', (heard) => heard.map((one) => one.replace('回答1', '别的'))],
    [
      'a line with another time',
      'stream.altered',
      (heard) => heard.map((one, at) => (at === 3 ? one.replace('06:00', '06:01') : one)),
    ],
  ])('%s', (_what, is, change) => {
    expect(wrong(({ heard = [] }) => ({ heard: change(heard) }))).toEqual([is]);
  });
});

describe('beside an agent, it finds', () => {
  const agents = [line(8, 'agent', '您好，我来看一下。'), line(9, 'agent', '请换一个网络。')];
  const attended = (lines: readonly Line[]) =>
    wrong(({ history }) => {
      const all = [...history, ...lines];
      return { agents, history: all, heard: all.map((one) => JSON.stringify(one)) };
    });

  it('nothing where all is there, with what the desk says of itself', () => {
    expect(attended([...agents, line(10, 'system', '已结束')])).toEqual([]);
  });

  it('an agent’s words that are lost, doubled or in another order', () => {
    expect(attended(agents.slice(0, 1))).toContain('history.lost');
    expect(attended([...agents, line(10, 'agent', '请换一个网络。')])).toContain('history.doubled');
    expect(attended(agents.toReversed().map((one, at) => ({ ...one, seq: at + 8 })))).toContain('history.order');
  });
});
