import { describe, expect, it } from 'vitest';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { type Outcome, outcome } from '../../../src/bot/message.ts';
import type { Commit } from '../../../src/bot/ports.ts';
import { newCase } from '../../../src/handoff/case.ts';
import { gapAt, newTalk, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

const SPAN = { from: '2026-02-28T16:00:00.000Z', to: '2026-03-02T16:00:00.000Z' };
const at = (minute: number): string => new Date(Date.parse('2026-03-01T02:00:00.000Z') + minute * 60_000).toISOString();
const answered = (entry: number) => outcome('answer', { entry, confidence: 0.9 });

/** Conversations told turn by turn. */
async function talking(store: SqlStore) {
  const seqs = new Map<string, number>();
  const opening = async (talk: string): Promise<number> => {
    if (!seqs.has(talk)) await store.open(newTalk(talk));
    return seqs.get(talk) ?? 1;
  };
  return {
    async said(talk: string, when: string, text: string, came: Outcome, rest: Partial<Commit> = {}): Promise<number> {
      const seq = await opening(talk);
      const turn = { id: `m${seq}`, digest: 'd' };
      await store.commit(turnOf(talk, seq, { at: when, turn, outcome: came, said: text, ...rest }));
      const lines = await store.lines(talk, seq, 10);
      seqs.set(talk, lines.at(-1)?.seq ?? seq);
      return lines.at(-1)?.seq ?? seq;
    },
    /** What the desk says or does, with its place in the log. */
    async desk(talk: string, when: string, to: string, { text, code = null }: { text?: string; code?: string | null }) {
      const record = await store.byId(talk);
      if (!record) throw new Error('no talk');
      const added = await store.move({
        ...{ id: talk, at: when, was: record.case, next: record.case, wasTold: record.told, told: record.told },
        ...{ by: 'agent-1', notes: [] },
        lines: text === undefined ? [] : [{ by: 'agent', name: '客服 01', reply: { text } }],
      });
      seqs.set(talk, added?.at(-1)?.seq ?? seqs.get(talk) ?? 1);
      await store.audit.add({
        at: when,
        who: 'agent-1',
        what: 'transition',
        talk,
        detail: { from: 'agent', to, code },
      });
    },
  };
}

describe.each(Object.entries(places))('what can be learnt from %s', (_name, place) => {
  it('are turns with the words they answered, whether those were a button, and what people thought', async () => {
    const store = await opened(await place());
    const { said } = await talking(store);
    const first = await said('a', at(0), '扫码进不去', answered(1));
    await said('a', at(1), '还是进不去呢', answered(1));
    await said('a', at(2), '转人工', outcome('handoff'));
    const other = await said('b', at(0), '备案多久', outcome('not-covered'), { gaps: [gapAt(at(0), '备案多久')] });
    await said('b', '2026-03-02T16:00:00.000Z', '后来问的', answered(3));
    // Of an answer in several lines any may be judged.
    await store.judge('a', first - 1, false, at(5));
    await store.judge('b', other, true, at(5));

    const { outcomes, turns } = store.learning;
    const turn = { talk: 'a', at: at(0), kind: 'answer', entries: [1], pressed: false, unhelpful: false };
    expect(await turns(SPAN)).toEqual([
      // The welcome offered it as a button.
      { ...turn, seq: first, text: '扫码进不去', pressed: true, unhelpful: true },
      { ...turn, seq: first + 3, at: at(1), text: '还是进不去呢' },
      { ...turn, seq: first + 6, at: at(2), text: '转人工', kind: 'handoff', entries: [], pressed: true },
      { ...turn, talk: 'b', seq: other, text: '备案多久', kind: 'not-covered', entries: [] },
    ]);
    expect((await outcomes(SPAN)).toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { day: '2026-03-01', kind: 'answer', turns: 2 },
      { day: '2026-03-01', kind: 'handoff', turns: 1 },
      { day: '2026-03-01', kind: 'not-covered', turns: 1 },
    ]);
  });

  it('are cases that agents ended as solved, each with its own questions alone', async () => {
    const store = await opened(await place());
    const { said, desk } = await talking(store);
    await said('a', at(0), '以前的问题', answered(2));
    await desk('a', at(1), 'resolved', { text: '以前的回答', code: 'solved' });
    await said('a', at(10), '红头纸哪里来', outcome('not-covered'), { gaps: [gapAt(at(10), '红头纸哪里来')] });
    const draft = { texts: ['草稿'], outcome: answered(12) };
    const heldBy = { by: 'system', replies: [], outcome: outcome('silent'), case: newCase(at(0)) } as const;
    const notes = [{ kind: 'draft', author: null, body: draft }] as const;
    await said('a', at(11), '授权书的红头纸', outcome('silent'), { ...heldBy, notes });
    await desk('a', at(12), 'waiting_user', { text: '请看第十二条' });
    await said('a', at(13), '谢谢', outcome('silent'), { ...heldBy, notes });
    await desk('a', at(14), 'resolved', { code: 'advised' });
    await said('b', at(0), '别的', answered(3));
    await desk('b', at(2), 'resolved', { code: 'unreachable' });

    const { resolved } = store.learning;
    const cases = await resolved(SPAN, 10);
    expect(cases.map((one) => [one.talk, one.at])).toEqual([
      ['a', at(14)],
      ['a', at(1)],
    ]);
    expect(cases[0]).toMatchObject({
      turns: [{ text: '红头纸哪里来', kind: 'not-covered', gaps: ['红头纸哪里来'] }],
      drafts: [{ text: '授权书的红头纸', kind: 'answer', entries: [12], drafted: ['草稿'] }],
      said: ['请看第十二条'],
    });
    expect(cases[1]).toMatchObject({ turns: [{ text: '以前的问题', gaps: [] }], drafts: [], said: ['以前的回答'] });
    expect(await resolved(SPAN, 1)).toHaveLength(1);
    expect(await resolved({ from: SPAN.from, to: at(14) }, 10)).toHaveLength(1);
    await store.erase('a');
    expect(await resolved(SPAN, 10)).toEqual([]);
  });

  it('are gaps of a span', async () => {
    const store = await opened(await place());
    const { said } = await talking(store);
    for (const minute of [0, 1, 2]) {
      await said('a', at(minute), '问', outcome('not-covered'), { gaps: [gapAt(at(minute), `问${minute}`)] });
    }
    expect((await store.gaps(10, at(0), at(2))).map(({ text }) => text)).toEqual(['问1', '问0']);
  });
});
