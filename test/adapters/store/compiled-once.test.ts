import { describe, expect, it } from 'vitest';
import { compiledOnce } from '../../../src/adapters/store/compiled-once.ts';
import { newTalk } from './samples.ts';
import { opened, places } from './stores.ts';

describe.each(Object.entries(places))('a query that is compiled once in %s', (_name, place) => {
  it('is built at its first run and takes other values each time, and the fixed ones among them', async () => {
    const store = await opened(await place());
    for (const id of ['a', 'b', 'c']) await store.open(newTalk(id));
    let built = 0;
    const ids = compiledOnce(store.db, ({ first, second }: { readonly first: string; readonly second: string }) => {
      built += 1;
      const query = store.db.selectFrom('talks').select('id').where('state', '=', 'bot');
      // The same value may stand in several places, and in another order than it is given.
      return query.where('id', 'in', [second, first, second]).orderBy('id');
    });
    expect(built).toBe(0);
    expect(await ids({ first: 'a', second: 'c' })).toEqual([{ id: 'a' }, { id: 'c' }]);
    expect(await ids({ second: 'b', first: 'x' })).toEqual([{ id: 'b' }]);
    expect(built).toBe(1);
  });
});
