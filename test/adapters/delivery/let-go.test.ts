import { describe, expect, it } from 'vitest';
import { letGo } from '../../../src/adapters/delivery/let-go.ts';
import { outcome } from '../../../src/bot/message.ts';
import { AT, newTalk, turnOf } from '../store/samples.ts';
import { opened, places } from '../store/stores.ts';

const days = (count: number): string => new Date(Date.parse(AT) + count * 86_400_000).toISOString();

describe.each(Object.entries(places))('what is long over in %s', (_name, place) => {
  it('is told from its lines after 30 days, byte for byte as before', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.commit(turnOf('a', 1));
    await store.commit(
      turnOf('a', 4, { at: days(20), turn: { id: 'm2', digest: 'd' }, replies: [], outcome: outcome('silent') }),
    );
    const [before, silent] = [await store.turn('a', 'm1'), await store.turn('a', 'm2')];
    const length = async () => {
      const rows = await store.db.selectFrom('turns').select('answered').where('id', '=', 'm1').execute();
      return rows[0]?.answered.length ?? 0;
    };
    const whole = await length();
    await letGo({ store }, days(29));
    expect(await length()).toBe(whole);
    await letGo({ store }, days(31));
    expect(await length()).toBeLessThan(30);
    await letGo({ store }, days(90));
    expect(JSON.stringify(await store.turn('a', 'm1'))).toBe(JSON.stringify(before));
    expect(await store.turn('a', 'm2')).toEqual(silent);
    expect(await store.thinTurns(days(90), days(90), 10)).toBe(0);
  });

  it('is forgotten of lines that arrived, and kept of those that did not, or are under way', async () => {
    const store = await opened(await place());
    for (const id of ['sent', 'dead', 'open']) {
      await store.open(newTalk(id, { talk: { channel: 'wechat', room: id, user: id } }));
      await store.commit(turnOf(id, 1));
    }
    for (const seq of [3, 4]) {
      await store.settle({ talk: 'sent', seq }, 'sent', AT);
      await store.settle({ talk: 'dead', seq }, 'dead', AT, 'fault');
    }
    await letGo({ store }, days(29));
    expect(await store.sendings('sent')).toHaveLength(2);
    await letGo({ store }, days(31));
    expect(await store.sendings('sent')).toEqual([]);
    expect(await store.sendings('dead')).toHaveLength(2);
    expect(await store.underWay('open')).toHaveLength(2);
  });
});
