import { describe, expect, it } from 'vitest';
import type { Reports } from '../../../src/adapters/store/reports.ts';
import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { type Outcome, outcome } from '../../../src/bot/message.ts';
import type { Commit } from '../../../src/bot/ports.ts';
import { newTalk, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

/** Two days in China: midnight there is 16:00 UTC. */
const SPAN = { from: '2026-02-28T16:00:00.000Z', to: '2026-03-02T16:00:00.000Z' };
const FIRST = '2026-03-01T02:00:00.000Z';
/** Still the first of March in London, the second in China. */
const LATE = '2026-03-01T16:30:00.000Z';
const BEFORE = '2026-02-28T15:59:59.999Z';
const AFTER = '2026-03-02T16:00:00.000Z';

const face = (verdict: string | null) =>
  outcome('finding', { entry: 8, diagnostic: 'face-verification', verdict, confidence: 1 });

/** Conversations whose turns are told one after the other. */
async function talking(store: SqlStore) {
  const seqs = new Map<string, number>();
  let turns = 0;
  const transition = (talk: string, at: string, from: string, to: string, reason: string | null = null) =>
    store.audit.add({ at, who: 'system', what: 'transition', talk, detail: { from, to, reason } });
  return {
    transition,
    /** The number of the last line of the turn. */
    async said(talk: string, at: string, came: Outcome, rest: Partial<Commit> = {}): Promise<number> {
      if (!seqs.has(talk)) {
        const channel = talk.startsWith('w') ? 'wechat' : 'web';
        await store.open(newTalk(talk, { at, talk: { channel, room: talk, user: 'u' }, welcome: [] }));
      }
      const seq = seqs.get(talk) ?? 0;
      turns += 1;
      const turn = { id: `m${turns}`, digest: 'd' };
      const kept = await store.commit(turnOf(talk, seq, { at, turn, outcome: came, said: '问', ...rest }));
      const last = kept?.messages.at(-1)?.seq ?? 0;
      seqs.set(talk, last);
      return last;
    },
  };
}

const answered = (entry: number) => outcome('answer', { entry, confidence: 0.9 });
const sorted = <T>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const first = '2026-03-01';
const second = '2026-03-02';

describe.each(Object.entries(places))('reports of %s', (_name, place) => {
  it('count conversations by the day in China, by channel, and by how they ended', async () => {
    const store = await opened(await place());
    const { said, transition } = await talking(store);
    await said('a', FIRST, answered(1));
    await said('a', FIRST, outcome('smalltalk'));
    await said('a', LATE, outcome('not-covered'));
    await said('w1', FIRST, answered(1));
    await transition('w1', FIRST, 'bot', 'queued', 'user_asked');
    await said('w2', FIRST, outcome('smalltalk'));
    const judged = await said('w3', FIRST, answered(8));
    await store.judge('w3', judged, false, LATE);
    const bad = await said('w4', FIRST, answered(8));
    await store.judge('w4', bad, false, FIRST);
    for (const at of [BEFORE, AFTER]) await said(`out-${at}`, at, answered(1));

    expect(sorted(await store.reports.conversations(SPAN))).toEqual(
      sorted([
        { day: first, channel: 'web', ending: 'solved', conversations: 1, turns: 2 },
        { day: second, channel: 'web', ending: 'unanswered', conversations: 1, turns: 1 },
        { day: first, channel: 'wechat', ending: 'person', conversations: 1, turns: 1 },
        { day: first, channel: 'wechat', ending: 'nothing-asked', conversations: 1, turns: 1 },
        // Judged on another day, when nothing was asked any more.
        { day: first, channel: 'wechat', ending: 'solved', conversations: 1, turns: 1 },
        { day: first, channel: 'wechat', ending: 'unhelpful', conversations: 1, turns: 1 },
      ]),
    );
  });

  it('count an entry once a conversation', async () => {
    const store = await opened(await place());
    const { said } = await talking(store);
    await said('a', FIRST, answered(1));
    await said('a', FIRST, answered(1));
    await said('a', FIRST, answered(8));
    await said('a', LATE, answered(1));
    await said('b', FIRST, answered(1));
    await said('b', FIRST, outcome('clarify', { candidates: [1, 2] }));
    await said('c', BEFORE, answered(1));
    expect(sorted(await store.reports.entries(SPAN))).toEqual(
      sorted([
        { day: first, entry: 1, conversations: 2 },
        { day: first, entry: 8, conversations: 1 },
        { day: second, entry: 1, conversations: 1 },
      ]),
    );
  });

  it('follow what came to the desk to its first answer and its end', async () => {
    const store = await opened(await place());
    const { transition } = await talking(store);
    const at = (minute: number) => new Date(Date.parse(FIRST) + minute * 60_000).toISOString();
    // Served, answered again, closed; then it came once more.
    await transition('a', at(0), 'bot', 'queued', 'user_asked');
    await transition('a', at(1), 'queued', 'ringing', 'user_asked');
    await transition('a', at(2), 'ringing', 'waiting_user', 'user_asked');
    await transition('a', at(3), 'waiting_user', 'agent', 'user_asked');
    await transition('a', at(4), 'agent', 'waiting_user', 'user_asked');
    await transition('a', at(9), 'waiting_user', 'resolved', 'user_asked');
    await transition('a', at(20), 'resolved', 'queued', 'complaint');
    // Left the queue; what an agent says later belongs to no waiting.
    await transition('b', at(5), 'bot', 'queued', 'no_answer_twice');
    await transition('b', at(6), 'queued', 'bot', 'no_answer_twice');
    await transition('b', at(7), 'bot', 'waiting_user', null);
    // Waited in vain, left a 留言, was answered after the span.
    await transition('c', at(8), 'bot', 'queued', 'face_unresolved');
    await transition('c', at(10), 'queued', 'ticket', 'face_unresolved');
    await transition('c', AFTER, 'ticket', 'waiting_user', 'face_unresolved');
    // A 留言 at once, closed without a word.
    await transition('d', at(11), 'closed', 'ticket', 'complaint');
    await transition('d', at(12), 'ticket', 'resolved', 'complaint');
    // Came before the span, goes on in it.
    await transition('e', BEFORE, 'bot', 'queued', 'user_asked');
    await transition('e', at(13), 'queued', 'waiting_user', 'user_asked');
    // Nobody asked for a person: an agent took it.
    await transition('f', at(14), 'bot', 'agent', null);

    const none = { ticket: false, repliedAt: null, resolvedAt: null };
    expect(await store.reports.handovers(SPAN)).toEqual([
      { at: at(0), reason: 'user_asked', ticket: false, repliedAt: at(2), resolvedAt: at(9) },
      { ...none, at: at(20), reason: 'complaint' },
      { ...none, at: at(5), reason: 'no_answer_twice' },
      { at: at(8), reason: 'face_unresolved', ticket: true, repliedAt: AFTER, resolvedAt: null },
      { at: at(11), reason: 'complaint', ticket: true, repliedAt: null, resolvedAt: at(12) },
    ]);
  });

  it('tell what became of face verifications', async () => {
    const store = await opened(await place());
    const { said, transition } = await talking(store);
    await said('retry', FIRST, face('face-retry'));
    await said('self', FIRST, face('face-retry'));
    await said('self', FIRST, face('face-not-self'));
    await said('manual', FIRST, face('offer-human'));
    await said('manual', FIRST, outcome('declined', { entry: 8 }));
    await said('person', FIRST, face('offer-human'));
    await transition('person', FIRST, 'bot', 'ticket', 'face_unresolved');
    await said('solved', FIRST, face('face-retry'));
    await said('solved', FIRST, outcome('smalltalk'), { said: '解决了' });
    // It was said before anything was checked.
    await said('open', FIRST, outcome('smalltalk'), { said: '解决了' });
    await said('open', FIRST, face(null));
    await said('other', FIRST, answered(8));
    const endings = ['retry', 'not-self', 'manual-review', 'person', 'solved', 'unfinished'];
    expect(sorted(await store.reports.faces(SPAN))).toEqual(
      sorted(endings.map((ending) => ({ day: first, ending, conversations: 1 }))),
    );
  });

  it('count what people thought of answers by entry, and of people by score', async () => {
    const store = await opened(await place());
    const { said } = await talking(store);
    const one = await said('a', FIRST, answered(1));
    const eight = await said('a', FIRST, answered(8));
    const none = await said('a', FIRST, outcome('smalltalk'));
    // Of an answer in several lines any may be judged.
    await store.judge('a', eight - 1, true, LATE);
    await store.judge('a', one, true, FIRST);
    await store.judge('a', none, false, FIRST);
    await said('b', FIRST, answered(1));
    await store.judge('b', 3, true, FIRST);
    await store.judge('b', 2, false, AFTER);
    await store.rate('a', { score: 5, said: null }, FIRST);
    await store.rate('b', { score: 5, said: '很好' }, LATE);
    await said('c', FIRST, answered(1));
    await store.rate('c', { score: 2, said: null }, FIRST);
    expect(sorted(await store.reports.feedback(SPAN))).toEqual(
      sorted([
        { day: first, entry: 1, helpful: true, count: 2 },
        { day: second, entry: 8, helpful: true, count: 1 },
        { day: first, entry: null, helpful: false, count: 1 },
      ]),
    );
    expect(sorted(await store.reports.ratings(SPAN))).toEqual(
      sorted([
        { day: first, score: 5, count: 1 },
        { day: second, score: 5, count: 1 },
        { day: first, score: 2, count: 1 },
      ]),
    );
  });

  it('count gaps by what came of them', async () => {
    const store = await opened(await place());
    const { said } = await talking(store);
    const gap = (at: string, came: 'clarify' | 'not-covered') => ({
      ...{ at, text: '问', outcome: came, candidates: [], confidence: 0.2 },
    });
    await said('a', FIRST, outcome('clarify'), { gaps: [gap(FIRST, 'clarify'), gap(FIRST, 'not-covered')] });
    await said('a', FIRST, outcome('not-covered'), { gaps: [gap(FIRST, 'not-covered')] });
    await said('a', AFTER, outcome('not-covered'), { gaps: [gap(AFTER, 'not-covered')] });
    expect(sorted(await store.reports.gaps(SPAN))).toEqual(
      sorted([
        { day: first, outcome: 'clarify', count: 1 },
        { day: first, outcome: 'not-covered', count: 2 },
      ]),
    );
  });

  it('are empty where nothing happened', async () => {
    const { reports } = await opened(await place());
    const all = Object.values(reports as unknown as Record<string, Reports['gaps']>);
    expect(await Promise.all(all.map((report) => report(SPAN)))).toEqual(all.map(() => []));
    expect(all).toHaveLength(7);
  });
});
