import { describe, expect, it } from 'vitest';
import { outcome } from '../../../src/bot/message.ts';
import { AT, gapAt, newTalk, ticketAt, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

describe.each(Object.entries(places))('turns in %s', (_name, place) => {
  it('are numbered after what was said before, with the outcome on the last line of the bot', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    const turn = turnOf('a', 1);
    const answered = await store.commit(turn);

    expect(answered?.outcome).toEqual(turn.outcome);
    expect(answered?.messages).toEqual([
      { seq: 3, at: AT, by: 'bot', text: '请先**更新**阿里云 APP。' },
      { seq: 4, at: AT, by: 'bot', ...turn.replies[1], outcome: turn.outcome },
    ]);
    const lines = await store.lines('a', 1, 10);
    expect(lines[0]).toEqual({ seq: 2, at: AT, by: 'user', text: '扫码进不去上传页面' });
    expect(JSON.stringify(lines.slice(1))).toBe(JSON.stringify(answered?.messages));
    expect(await store.byId('a')).toMatchObject({ seq: 4, facts: turn.facts, memory: turn.memory });
  });

  it('keep the pictures that came with them on the line of the person', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    const files = [
      { id: 'f1', name: '身份证.jpg', type: 'image/jpeg', size: 1024 },
      { id: 'f2', name: 'b.png', type: 'image/png', size: 1 },
    ];
    await store.commit(turnOf('a', 1, { said: '', files }));
    await store.commit(turnOf('a', 4, { turn: { id: 'm2', digest: 'd' }, files: [] }));
    expect((await store.lines('a', 1, 1))[0]).toEqual({ seq: 2, at: AT, by: 'user', text: '', files });
    expect((await store.lines('a', 4, 1))[0]).not.toHaveProperty('files');
  });

  it('are read from any line on, in order, in portions', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.open(newTalk('b'));
    for (const seq of [1, 4, 7, 10]) await store.commit(turnOf('a', seq, { turn: { id: `m${seq}`, digest: 'd' } }));
    const numbers = async (after: number, limit: number) =>
      (await store.lines('a', after, limit)).map(({ seq }) => seq);
    expect(await numbers(0, 100)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(await numbers(4, 5)).toEqual([5, 6, 7, 8, 9]);
    expect(await numbers(13, 5)).toEqual([]);
  });

  it('are found again byte for byte, also after a restart', async () => {
    const where = await place();
    const first = await opened(where);
    await first.open(newTalk('a'));
    const sent = JSON.stringify(await first.commit(turnOf('a', 1)));
    expect(await first.turn('a', 'm2')).toBeUndefined();
    await first.close();

    const second = await opened(where);
    const found = await second.turn('a', 'm1');
    expect(found?.digest).toBe('digest-of-m1');
    expect(JSON.stringify(found?.answered)).toBe(sent);
    expect(await second.turn('b', 'm1')).toBeUndefined();
  });

  it('may stay silent, and may start without the person', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    const silent = await store.commit(turnOf('a', 1, { replies: [], outcome: outcome('silent') }));
    expect(silent).toEqual({ messages: [], outcome: outcome('silent') });
    const { turn: _none, said: _nothing, ...reminder } = turnOf('a', 2);
    expect((await store.commit(reminder))?.messages.map(({ seq }) => seq)).toEqual([3, 4]);
    expect((await store.lines('a', 0, 10)).map(({ by }) => by)).toEqual(['bot', 'user', 'bot', 'bot']);
  });

  it('computed on an older state change nothing', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.commit(turnOf('a', 1));
    const before = await store.byId('a');
    const late = turnOf('a', 1, {
      turn: { id: 'm2', digest: 'd' },
      facts: { platform: 'ios' },
      gaps: [gapAt(AT, '问题')],
      ticket: ticketAt(AT, 'k'),
    });
    expect(await store.commit(late)).toBeUndefined();
    expect(await store.byId('a')).toEqual(before);
    expect(await store.turn('a', 'm2')).toBeUndefined();
    expect(await store.lines('a', 4, 10)).toEqual([]);
    expect(await store.gaps(10)).toEqual([]);
    expect(await store.tickets({ done: false })).toEqual([]);
    expect(await store.commit({ ...late, seq: 4 })).toBeDefined();
  });

  it('of one state are kept once, however many come at the same moment', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    const tries = ['一', '二', '三', '四', '五'].map((said) =>
      turnOf('a', 1, { said, turn: { id: said, digest: said } }),
    );
    const answers = await Promise.all(tries.map((turn) => store.commit(turn)));
    const kept = tries.filter((_turn, index) => answers[index]);
    expect(kept).toHaveLength(1);
    expect(await store.lines('a', 1, 10)).toHaveLength(3);
    expect((await store.lines('a', 1, 1))[0]?.text).toBe(kept[0]?.said);
  });

  it('that answer a message answered already change nothing, even on the newest state', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    const first = await store.commit(turnOf('a', 1));
    expect(await store.commit(turnOf('a', 4, { said: '又来一次' }))).toBeUndefined();
    expect(await store.commit(turnOf('a', 4, { erase: true }))).toBeUndefined();
    expect((await store.byId('a'))?.seq).toBe(4);
    expect((await store.turn('a', 'm1'))?.answered).toEqual(first);
  });

  it('that fail midway leave nothing', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.addTicket('a', ticketAt(AT, 'taken'));
    const before = await store.byId('a');
    await expect(store.commit(turnOf('a', 1, { ticket: ticketAt(AT, 'taken') }))).rejects.toThrow(/unique/i);
    expect(await store.byId('a')).toEqual(before);
    expect(await store.lines('a', 1, 10)).toEqual([]);
    expect(await store.turn('a', 'm1')).toBeUndefined();
    expect(await store.commit(turnOf('a', 1))).toBeDefined();
  });

  it('of a talk that does not exist change nothing', async () => {
    const store = await opened(await place());
    expect(await store.commit(turnOf('nobody', 0))).toBeUndefined();
  });

  it('of many talks at once do not mix', async () => {
    const store = await opened(await place());
    const ids = Array.from({ length: 50 }, (_none, index) => `talk-${index}`);
    await Promise.all(ids.map((id) => store.open(newTalk(id))));
    await Promise.all(ids.map((id) => store.commit(turnOf(id, 1, { said: id }))));
    const said = await Promise.all(ids.map(async (id) => (await store.lines(id, 1, 1))[0]?.text));
    expect(said).toEqual(ids);
  });
});

it('two instances over one PostgreSQL keep one of two turns', async () => {
  const where = await places.PostgreSQL();
  const [one, other] = [await opened(where), await opened(where)];
  await one.open(newTalk('a'));
  const answers = await Promise.all([
    one.commit(turnOf('a', 1, { turn: { id: 'm1', digest: '1' } })),
    other.commit(turnOf('a', 1, { turn: { id: 'm2', digest: '2' } })),
  ]);
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect(await other.lines('a', 1, 10)).toHaveLength(3);
});
