import { describe, expect, it } from 'vitest';
import { CORP, corp, eventOf, text } from './wecom/corp.ts';

describe('the callback, opened by @wecom/crypto', () => {
  it('is verified with a sealed echo', async () => {
    const { ctl, answers, clock } = await corp();
    expect(await ctl.verifyUrl()).toMatchObject({ ok: true });
    expect(await ctl.verifyUrl({ badSignature: true })).toMatchObject({ ok: false, answer: { status: 401 } });
    answers.status = 0;
    const slow = ctl.verifyUrl();
    await clock.advance(1_000);
    expect(await slow).toMatchObject({ ok: false, answer: { is: 'cut', took: 1_000 } });
  });

  it('rings without a word of what was written', async () => {
    const { ctl, heard } = await corp();
    const [ring] = await ctl.say(text('wmUser', '您好')).rings;
    expect(ring).toMatchObject({ answered: true, deliveries: [{ status: 200 }] });
    expect(heard).toEqual([
      { receiver: CORP.corpId, event: 'kf_msg_or_event', token: expect.stringMatching(/^ENC/), kf: CORP.openKfId },
    ]);
    expect(heard[0]?.token.length).toBeLessThanOrEqual(128);
  });

  it('rings nowhere while no address is named', async () => {
    const { ctl, heard } = await corp();
    ctl.pushTo('');
    expect(await ctl.say(text('wmUser', '您好')).rings).toEqual([{ answered: false, deliveries: [] }]);
    expect(heard).toEqual([]);
  });

  it('may be addressed to a suite or to nobody', async () => {
    const { ctl, heard } = await corp({ rules: { receiver: 'suite1' } });
    await ctl.ring();
    ctl.rule({ receiver: '' });
    await ctl.ring();
    expect(heard.map(({ receiver }) => receiver)).toEqual(['suite1', '']);
  });

  it('can be lost, doubled, held back for many messages, and late', async () => {
    const { ctl, heard, clock } = await corp();
    expect(await ctl.say(text('wmUser', '一'), 'lost').rings).toEqual([]);
    expect(heard).toHaveLength(0);
    expect(await ctl.say(text('wmUser', '二'), 'doubled').rings).toHaveLength(2);
    expect(heard.map(({ token }) => token === heard[0]?.token)).toEqual([true, true]);
    await ctl.say(text('wmUser', '三'), 'held').rings;
    await ctl.say(text('wmUser', '四'), 'held').rings;
    await ctl.ring();
    expect(heard).toHaveLength(3);
    const late = ctl.say(text('wmUser', '五'), { late: 60_000 });
    await clock.advance(59_999);
    expect(heard).toHaveLength(3);
    await clock.advance(1);
    expect(await late.rings).toHaveLength(1);
    expect(ctl.items).toHaveLength(5);
  });

  it('rings again until the answer is 200, three times in all', async () => {
    const { ctl, heard, answers, clock } = await corp();
    answers.status = 500;
    expect(await ctl.ring()).toMatchObject({ answered: false, deliveries: { length: 3 } });
    answers.status = 0;
    const hanging = ctl.ring();
    await clock.advance(5_000);
    answers.status = 200;
    await clock.advance(5_000);
    expect(await hanging).toMatchObject({
      answered: true,
      deliveries: [{ is: 'cut' }, { is: 'cut' }, { status: 200 }],
    });
    expect(new Set(heard.map(({ token }) => token)).size).toBe(2);
    ctl.rule({ maxDeliveries: 4 });
    answers.status = 500;
    expect((await ctl.ring()).deliveries).toHaveLength(4);
  });

  it('can be hostile, and the peer refuses what it checks', async () => {
    const { ctl, heard } = await corp();
    for (const kind of ['badSignature', 'unsigned', 'tampered', 'plain', 'truncated'] as const) {
      expect([kind, await ctl.hostile(kind)]).toMatchObject([kind, { status: 401 }]);
    }
    expect(heard).toEqual([]);
    for (const kind of ['stale', 'wrongReceiver', 'badPadding', 'doctype', 'megabyte'] as const) {
      expect([kind, await ctl.hostile(kind)]).toMatchObject([kind, { status: 200 }]);
    }
    expect(heard).toHaveLength(5);
    await ctl.ring();
    expect(await ctl.replay()).toMatchObject({ status: 200 });
    expect(heard[6]).toEqual(heard[5]);
  });
});

describe('sync_msg', () => {
  it('gives every kind of message, and events without the customer beside them', async () => {
    const { ctl, sync, heard } = await corp();
    const from = 'wmUser';
    const all = [
      { is: 'text', from, text: '转人工', menuId: 'human' },
      { is: 'image', from, bytes: Buffer.from('picture') },
      { is: 'voice', from, bytes: Buffer.from('#!AMR') },
      { is: 'video', from, bytes: Buffer.from('....ftyp') },
      { is: 'file', from, bytes: Buffer.from('%PDF'), name: '核验单.pdf' },
      { is: 'location', from, latitude: 30.27, longitude: 120.15, name: '西湖', address: '杭州市' },
      { is: 'link', from, title: '标题', desc: '说明', url: 'https://example.com' },
      { is: 'miniprogram', from, title: '备案', appid: 'wx1', pagepath: 'index' },
      { is: 'business_card', from, userid: 'zhang' },
    ] as const;
    const said = all.map((message) => ctl.say(message, 'held'));
    ctl.recall(from, said[0]?.msgid ?? '', 'held');
    await ctl.ring();
    const { msg_list: items, has_more } = await sync({ token: heard[0]?.token });
    expect(has_more).toBe(0);
    expect(items.map(({ msgtype }) => msgtype)).toEqual([...all.map(({ is }) => is), 'event']);
    expect(items[0]).toMatchObject({ origin: 3, external_userid: from, text: { content: '转人工', menu_id: 'human' } });
    expect(eventOf(items[9])).toMatchObject({
      event_type: 'user_recall_msg',
      recall_msgid: said[0]?.msgid,
      external_userid: from,
    });
    expect(Object.keys(items[9] ?? {})).not.toContain('external_userid');
  });

  it('turns media that are too big into a notice', async () => {
    const { ctl, sync } = await corp();
    await ctl.say({ is: 'image', from: 'wmUser', bytes: Buffer.alloc(2 * 1024 * 1024 + 1) }).rings;
    expect((await sync()).msg_list).toMatchObject([{ msgtype: 'text' }]);
  });

  it('pages by cursor, gives less than asked for, and replays an old cursor', async () => {
    const { ctl, sync } = await corp({ rules: { pageSize: 2 } });
    for (const said of ['一', '二', '三', '四', '五']) ctl.say(text('wmUser', said), 'held');
    const first = await sync({ limit: 1000 });
    const second = await sync({ cursor: first.next_cursor });
    const third = await sync({ cursor: second.next_cursor });
    expect([first, second, third].map(({ msg_list, has_more }) => [msg_list.length, has_more])).toEqual([
      [2, 1],
      [2, 1],
      [1, 0],
    ]);
    expect(first.next_cursor.length).toBeLessThanOrEqual(64);
    expect(await sync({ cursor: third.next_cursor })).toMatchObject({
      msg_list: [],
      has_more: 0,
      next_cursor: third.next_cursor,
    });
    expect((await sync({ cursor: first.next_cursor })).msg_list).toEqual(second.msg_list);
  });

  it('keeps three days', async () => {
    const { ctl, sync, clock } = await corp();
    ctl.say(text('wmUser', '旧'), 'held');
    const { next_cursor: begin } = await sync();
    ctl.say(text('wmUser', '两天前'), 'held');
    await clock.advance(48 * 3_600_000);
    ctl.say(text('wmUser', '新'), 'held');
    await clock.advance(24 * 3_600_000 + 1000);
    for (const cursor of ['', begin])
      expect((await sync({ cursor })).msg_list).toMatchObject([{ text: { content: '新' } }]);
  });

  it('is tight without a token, and strict about a wrong one', async () => {
    const { ctl, sync, heard, clock } = await corp();
    await ctl.ring();
    const token = heard[0]?.token;
    for (let count = 0; count < 5; count += 1) expect((await sync()).errcode).toBe(0);
    expect((await sync()).errcode).toBe(45009);
    expect((await sync({ token })).errcode).toBe(0);
    expect((await sync({ token: 'ENCwrong' })).errcode).toBe(95007);
    await clock.advance(10 * 60_000);
    expect((await sync({ token })).errcode).toBe(95007);
    expect((await sync()).errcode).toBe(0);
    expect((await sync({ cursor: 'unknown' })).errcode).toBe(40058);
    expect((await sync({ limit: 1001 })).errcode).toBe(40058);
    expect((await sync({ open_kfid: 'wkOther' })).errcode).toBe(95000);
  });
});
