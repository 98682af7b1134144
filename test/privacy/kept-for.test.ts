import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { folderVault } from '../../src/adapters/vault/folder-vault.ts';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import { tableVault } from '../../src/adapters/vault/table-vault.ts';
import { heldPictures } from '../../src/bot/pictures/held-pictures.ts';
import type { NewFile } from '../../src/bot/ports.ts';
import { later } from '../../src/handoff/later.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { AT, newTalk } from '../adapters/store/samples.ts';
import { freshFolder, opened, places } from '../adapters/store/stores.ts';
import { openPeopleDesk, type PeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PICTURE: NewFile = { name: '图.png', type: 'image/png', bytes: Buffer.from('a picture') };

describe('a picture in the vault', () => {
  it.each(['folder', 'table'] as const)('of a %s is there for seven days and not a second longer', async (kind) => {
    const store = await opened(await places.SQLite());
    await store.open(newTalk('a'));
    const seal = vaultSeal(Buffer.alloc(32, 1));
    const vault = kind === 'table' ? tableVault(store.db, seal) : folderVault({ dir: await freshFolder(), seal });
    const { id } = await vault.put('a', PICTURE, AT);
    await vault.sweep(later(AT, 7 * DAY - SECOND));
    expect(await vault.get('a', id)).toMatchObject({ name: '图.png' });
    expect(await vault.sweep(later(AT, 7 * DAY))).toBe(1);
    expect(await vault.get('a', id)).toBeUndefined();
  });
});

describe('a picture without consent', () => {
  it('is held for ten minutes', () => {
    const held = heldPictures();
    held.hold('a', [PICTURE], AT);
    expect(held.of('a', later(AT, 10 * MINUTE - SECOND))).toHaveLength(1);
    expect(held.of('a', later(AT, 10 * MINUTE))).toEqual([]);
  });
});

describe.each(Object.entries(places))('over %s', (_kind, place) => {
  it('what a vendor could fetch again, and a code, are there until their time and not after it', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.vendor.remember('media:wechat:a', 'sealed', later(AT, 3 * DAY), AT);
    expect(await store.vendor.recall('media:wechat:a', later(AT, 3 * DAY - SECOND))).toBe('sealed');
    expect(await store.vendor.recall('media:wechat:a', later(AT, 3 * DAY))).toBeUndefined();
    await store.vendor.remember('another', 'x', null, later(AT, 3 * DAY));
    expect(await store.db.selectFrom('vendor_memory').select('name').execute()).toEqual([{ name: 'another' }]);

    await store.keepCode({ hash: 'h', talk: 'a', sealed: 's', until: later(AT, 3 * MINUTE) }, AT);
    expect(await store.takeCode('h', later(AT, 3 * MINUTE))).toBeUndefined();
    expect(await store.db.selectFrom('phone_codes').selectAll().execute()).toEqual([]);
  });

  it('what came from a vendor is gone once it is done, its id a week later', async () => {
    const store = await opened(await place());
    const arrival = { channel: 'wechat', id: 'm1', key: 'wechat:wx:openid', at: AT, sealed: 'sealed' } as const;
    await store.inbox.take(arrival, AT);
    await store.inbox.finish(arrival, AT);
    const left = () => store.db.selectFrom('inbox').select(['id', 'key', 'sealed']).execute();
    expect(await left()).toEqual([{ id: 'm1', key: '', sealed: null }]);
    await store.inbox.forget(AT);
    expect(await left()).toHaveLength(1);
    await store.inbox.forget(later(AT, SECOND));
    expect(await left()).toEqual([]);
  });
});

describe('a desk whose clock is moved on', () => {
  let knowledge: Knowledge;
  let desk: PeopleDesk;
  beforeAll(async () => {
    knowledge = await trainedKnowledge();
  });
  afterAll(() => knowledge.close());
  afterEach(() => desk.close());

  /** Rounds until those that come only now and then have come, too. */
  const pass = async (ms: number) => {
    await desk.wait(ms);
    for (let round = 0; round < 60; round++) await desk.round();
  };

  it('lets go of the pictures of a resolved case after a day, and of copies of answers after thirty', async () => {
    desk = await openPeopleDesk(knowledge);
    const { store } = desk;
    const agent = await desk.agent('小周');
    await agent.available();
    const person = await desk.visitor();
    const at = desk.now().toISOString();
    await person.say('提示资料不完整怎么办', 'm1');
    const answered = (await store.turn(person.talk, 'm1'))?.answered;
    await person.say('转人工');
    await agent.call('POST', `/talks/${person.talk}/claim`);
    const picture = await desk.picture(person.talk);
    await agent.call('POST', `/talks/${person.talk}/close`, { code: 'solved' });
    const url = `/api/talks/${person.talk}/files/${picture}`;
    const has = async () =>
      (await desk.app.inject({ url, ...(person.headers && { headers: person.headers }) })).statusCode === 200;
    await pass(DAY - MINUTE);
    expect(await has()).toBe(true);
    await pass(2 * MINUTE);
    expect(await has()).toBe(false);

    const whole = async () =>
      (await store.db.selectFrom('turns').select('id').where('thinned_at', 'is', null).execute()).length;
    expect(await whole()).toBe(2);
    await pass(Date.parse(later(at, 30 * DAY)) - desk.now().getTime() - MINUTE);
    expect(await whole()).toBe(2);
    await pass(DAY + 3 * MINUTE);
    expect(await whole()).toBe(0);
    expect((await store.turn(person.talk, 'm1'))?.answered).toEqual(answered);
  });
});
