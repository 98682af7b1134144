import { describe, expect, it } from 'vitest';
import { newTalk } from './samples.ts';
import { opened, places } from './stores.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const SOON = '2026-03-02T08:01:00.000Z';
const LATER = '2026-03-02T08:05:00.000Z';

const arrival = (id: string, at = NOW, key = 'dingtalk:a:a') => ({
  ...({ channel: 'dingtalk', id, key, at, sealed: `v1.${id}` } as const),
});

describe.each(Object.entries(places))('the inbox in %s', (_name, place) => {
  it('takes each id of a channel once', async () => {
    const { inbox } = await opened(await place());
    expect(await inbox.take(arrival('m1'), NOW)).toBe(true);
    expect(await inbox.take(arrival('m1'), NOW)).toBe(false);
    expect(await inbox.take({ ...arrival('m1'), channel: 'wechat' }, NOW)).toBe(true);
    const all = await Promise.all(Array.from({ length: 5 }, () => inbox.take(arrival('m2'), NOW)));
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  it('gives what one key has one at a time, by when it was said and then by when it came', async () => {
    const { inbox } = await opened(await place());
    for (const one of [arrival('b', SOON), arrival('c', SOON), arrival('a', NOW), arrival('x', NOW, 'other')]) {
      await inbox.take(one, NOW);
    }
    const seen: string[] = [];
    for (let next = await inbox.begin('dingtalk', 'dingtalk:a:a', NOW, SOON); next; ) {
      expect(await inbox.begin('dingtalk', 'dingtalk:a:a', NOW, SOON)).toBeUndefined();
      expect(next).toMatchObject({ sealed: `v1.${next.id}`, tries: 0 });
      seen.push(next.id);
      await inbox.finish(next, NOW);
      next = await inbox.begin('dingtalk', 'dingtalk:a:a', NOW, SOON);
    }
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(await inbox.waiting('dingtalk', NOW)).toEqual(['other']);
  });

  it('lets another one go on where somebody died, and waits where it was put back', async () => {
    const { inbox } = await opened(await place());
    await inbox.take(arrival('m1'), NOW);
    await inbox.begin('dingtalk', 'dingtalk:a:a', NOW, SOON);
    expect(await inbox.waiting('dingtalk', NOW)).toEqual([]);
    expect(await inbox.waiting('dingtalk', SOON)).toEqual(['dingtalk:a:a']);
    const again = await inbox.begin('dingtalk', 'dingtalk:a:a', SOON, SOON);
    expect(again?.tries).toBe(1);
    await inbox.putBack(arrival('m1'), LATER);
    expect(await inbox.begin('dingtalk', 'dingtalk:a:a', SOON, LATER)).toBeUndefined();
    expect((await inbox.begin('dingtalk', 'dingtalk:a:a', LATER, LATER))?.tries).toBe(2);
  });

  it('keeps only the id of what is done, and that not for ever', async () => {
    const { inbox, db } = await opened(await place());
    await inbox.take(arrival('m1'), NOW);
    await inbox.finish(arrival('m1'), SOON);
    expect(await db.selectFrom('inbox').select(['id', 'sealed']).execute()).toEqual([{ id: 'm1', sealed: null }]);
    await inbox.forget(SOON);
    expect(await inbox.take(arrival('m1'), LATER)).toBe(false);
    await inbox.forget(LATER);
    expect(await inbox.take(arrival('m1'), LATER)).toBe(true);
  });
});

describe.each(Object.entries(places))('the memory of adapters in %s', (_name, place) => {
  it('recalls what was remembered, until it is over', async () => {
    const { vendor } = await opened(await place());
    expect(await vendor.recall('token', NOW)).toBeUndefined();
    await vendor.remember('token', 'one', SOON, NOW);
    await vendor.remember('cursor', 'c1', null, NOW);
    expect(await vendor.recall('token', NOW)).toBe('one');
    expect(await vendor.recall('token', SOON)).toBeUndefined();
    await vendor.remember('cursor', 'c2', null, LATER);
    expect(await vendor.recall('cursor', LATER)).toBe('c2');
  });

  it('lets one hold a name, until they let go or die', async () => {
    const { vendor } = await opened(await place());
    expect(await vendor.hold('cursor', NOW, SOON)).toBe(true);
    expect(await vendor.hold('cursor', NOW, SOON)).toBe(false);
    await vendor.remember('cursor', 'c1', null, NOW);
    expect(await vendor.hold('cursor', NOW, SOON)).toBe(false);
    await vendor.letGo('cursor');
    expect(await vendor.hold('cursor', NOW, SOON)).toBe(true);
    expect(await vendor.hold('cursor', SOON, LATER)).toBe(true);
    expect(await vendor.recall('cursor', LATER)).toBe('c1');
  });
});

describe.each(Object.entries(places))('the windows in %s', (_name, place) => {
  it('are spent one by one, never below nothing, and only until they close', async () => {
    const { windows, ...store } = await opened(await place());
    await store.open(newTalk('a'));
    expect(await windows.spend('a', NOW)).toBe(false);
    await windows.openWindow('a', { until: SOON, left: 3 });
    const spent = await Promise.all(Array.from({ length: 5 }, () => windows.spend('a', NOW)));
    expect(spent.filter(Boolean)).toHaveLength(3);
    expect(await windows.windowOf('a')).toEqual({ until: SOON, left: 0 });
    await windows.refund('a');
    expect(await windows.spend('a', SOON)).toBe(false);
    expect(await windows.spend('a', NOW)).toBe(true);
  });

  it('count nothing where the channel does not', async () => {
    const { windows, ...store } = await opened(await place());
    await store.open(newTalk('a'));
    await windows.openWindow('a', { until: SOON, left: null });
    expect([await windows.spend('a', NOW), await windows.windowOf('a')]).toEqual([true, { until: SOON, left: null }]);
    await windows.refund('a');
    expect(await windows.windowOf('a')).toEqual({ until: SOON, left: null });
  });
});
