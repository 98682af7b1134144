import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Content, loadContent } from '../../src/knowledge/load.ts';
import { loadRules } from '../../src/knowledge/rules.ts';
import { bare, createNormalise } from '../../src/text/normalise.ts';

const { entries, outside }: Content = await loadContent('data');
const { homophones } = await loadRules('data');
const normalise = createNormalise(homophones);

/** What two texts have in common when they are the same question; marks count where there is nothing else. */
function keyOf(text: string): string {
  return bare(normalise(text)) || text;
}

/** What a person asks in a line of an evaluation set: a question, or the turns of a dialogue that an entry answers. */
function saidIn({ q, turns = [] }: { q?: string; turns?: { user: string; expect: { entry: number | null } }[] }) {
  return q === undefined ? turns.filter(({ expect }) => expect.entry !== null).map(({ user }) => user) : [q];
}

const questions = [
  ...entries.flatMap(({ number, questions }) => questions.map(({ text }) => ({ text, where: `entry ${number}` }))),
  ...outside.map(({ text, kind, topic }) => ({ text, where: `${kind}, ${topic}` })),
];

describe('the questions of the content', () => {
  it.each(entries.map(({ number, questions }) => [number, questions.length]))(
    'are at least 150 for entry %i',
    (_number, count) => {
      expect(count).toBeGreaterThanOrEqual(150);
    },
  );

  it('are at least 2 000 out of scope, over at least 120 topics', () => {
    expect(outside.length).toBeGreaterThanOrEqual(2_000);
    expect(new Set(outside.map(({ kind, topic }) => `${kind} ${topic}`)).size).toBeGreaterThanOrEqual(120);
  });

  it('are all different', () => {
    const seen = new Map<string, string>();
    const twice = questions.flatMap(({ text, where }) => {
      const before = seen.get(keyOf(text));
      seen.set(keyOf(text), `${where}: ${text}`);
      return before === undefined ? [] : [`${where}: ${text} = ${before}`];
    });
    expect(twice).toEqual([]);
  });

  it('are none of those that the decision is judged by', () => {
    const asked = readdirSync('data/eval')
      // What people say in a whole conversation coincides now and then; only the set that chooses is kept apart.
      .filter((name) => name.endsWith('.jsonl') && !/^fresh.*dialogues/.test(name))
      .flatMap((name) =>
        readFileSync(`data/eval/${name}`, 'utf8')
          .split('\n')
          .filter(Boolean)
          .flatMap((line) => saidIn(JSON.parse(line)).map(keyOf)),
      );
    const quoted = new Set(entries.flatMap(({ title, errors }) => [title, ...errors]).map(keyOf));
    const judged = new Set(asked.filter((key) => !quoted.has(key)));
    expect(judged.size).toBeGreaterThan(300);
    expect(questions.filter(({ text }) => judged.has(keyOf(text)))).toEqual([]);
  });

  it('are 2 to 300 characters on one line, with nothing in them that is only invisible at the ends', () => {
    expect(
      questions.filter(({ text }) => text !== text.trim() || [...text].length < 1 || [...text].length > 300),
    ).toEqual([]);
  });

  it('hold no number that names a real person', () => {
    expect(
      questions.filter(
        ({ text }) => /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text) && !/138?0013?8000|1[3-9]\d(\d)\1{7}|12345678/.test(text),
      ),
    ).toEqual([]);
  });
});

describe('the homophones', () => {
  it('all change something, and none undoes another', () => {
    for (const [wrong, right] of Object.entries(homophones)) {
      expect(createNormalise()(wrong), wrong).not.toBe(right);
      expect(normalise(right), right).toBe(normalise(normalise(right)));
    }
  });

  it('leave the words of the entries as they are', () => {
    const plain = createNormalise();
    const texts = entries.flatMap(({ title, label, errors, sections }) => [
      title,
      label,
      ...errors,
      ...sections.map(({ text }) => text),
    ]);
    expect(
      texts.filter((text) => normalise(text) !== plain(text)).map((text) => [plain(text), normalise(text)]),
    ).toEqual([]);
  });
});
