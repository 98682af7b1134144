import { describe, expect, it } from 'vitest';
import { CORP, corp, eventOf, text } from './corp.ts';

/** A corp whose customer stands in that state. */
async function standing(state: 0 | 1 | 2 | 3 | 4, rules = {}) {
  const made = await corp({ rules: { ...rules, firstState: state === 1 ? 1 : 0 } });
  await made.ctl.say(text('wmUser', '您好')).rings;
  if (state === 2) await made.trans('wmUser', 2);
  if (state >= 3) await made.trans('wmUser', 3, 'zhang');
  if (state === 4) await made.trans('wmUser', 4);
  expect(made.ctl.state('wmUser').state).toBe(state);
  return made;
}

describe('service_state', () => {
  it.each([
    [0, [40058, 95016, 0, 0, 95016]],
    [1, [40058, 95016, 0, 0, 95016]],
    [2, [40058, 95016, 95016, 0, 95016]],
    [3, [40058, 95016, 95016, 0, 0]],
    [4, [40058, 95013, 95013, 95013, 95013]],
  ] as const)('goes from %i only where the table says', async (from, [, ...codes]) => {
    for (const [place, code] of codes.entries()) {
      const { trans, ctl } = await standing(from);
      const to = place + 1;
      expect([to, (await trans('wmUser', to, 'li')).errcode]).toEqual([to, code]);
      expect(ctl.state('wmUser').state).toBe(code === 0 ? to : from);
    }
  });

  it.each([0, 1, 2] as const)('may end from %i, and go to the bot, where the rules allow it', async (from) => {
    const ending = await standing(from, { allowEndFromAny: true });
    expect(await ending.trans('wmUser', 4)).toMatchObject({ errcode: 0, msg_code: expect.any(String) });
    const receiving = await standing(from, { allowToBot: true });
    expect((await receiving.trans('wmUser', 1)).errcode).toBe(from === 2 ? 95016 : 0);
  });

  it('goes only to servicers who receive', async () => {
    const { ctl, trans, post, get, token } = await standing(0);
    await ctl.agent.status('li', 2).rings;
    expect((await trans('wmUser', 3)).errcode).toBe(40058);
    expect((await trans('wmUser', 3, 'nobody')).errcode).toBe(95014);
    expect((await trans('wmUser', 3, 'li')).errcode).toBe(95019);
    const query = { access_token: await token(), open_kfid: CORP.openKfId };
    expect(await get('kf/servicer/list', query)).toMatchObject({
      servicer_list: [{ status: 0 }, { userid: 'li', status: 1 }],
    });
    expect(eventOf(ctl.items.at(-1))).toMatchObject({
      event_type: 'servicer_status_change',
      servicer_userid: 'li',
      status: 2,
    });
    await trans('wmUser', 3, 'zhang');
    const about = { open_kfid: CORP.openKfId, external_userid: 'wmUser' };
    expect(await post('kf/service_state/get', about)).toMatchObject({ service_state: 3, servicer_userid: 'zhang' });
  });

  it('mutes the API while an agent holds the customer, until the customer writes after the end', async () => {
    const { ctl, send, trans, sync } = await standing(0);
    expect((await send('wmUser', '稍候')).errcode).toBe(0);
    await trans('wmUser', 2);
    expect((await send('wmUser', '排队')).errcode).toBe(95018);
    await ctl.agent.accept('wmUser', 'zhang').rings;
    await ctl.agent.transfer('wmUser', 'li').rings;
    await ctl.agent.reply('wmUser', '我来处理').rings;
    expect((await send('wmUser', '机器人')).errcode).toBe(95018);
    await ctl.agent.end('wmUser').rings;
    expect((await send('wmUser', '机器人')).errcode).toBe(95018);
    await ctl.say(text('wmUser', '还有问题')).rings;
    expect(ctl.state('wmUser')).toEqual({ state: 0 });
    expect((await send('wmUser', '请讲')).errcode).toBe(0);

    const items = (await sync()).msg_list;
    expect(items.map(({ origin }) => origin)).toEqual([3, 4, 4, 5, 4, 3]);
    expect(items.map((item) => eventOf(item)?.change_type)).toEqual([undefined, 1, 2, undefined, 3, undefined]);
    expect(items[3]).toMatchObject({ servicer_userid: 'li', text: { content: '我来处理' } });
    expect(ctl.sent('wmUser').map(({ via, text: said }) => [via, said])).toEqual([
      ['api', '稍候'],
      ['agent', '我来处理'],
      ['api', '请讲'],
    ]);
  });

  it('is opened again by an agent who writes after the end', async () => {
    const { ctl, sync } = await standing(4);
    const said = ctl.agent.reply('wmUser', '补充一句');
    await said.rings;
    expect(ctl.state('wmUser')).toEqual({ state: 3, servicer: 'zhang' });
    await ctl.agent.recall('wmUser', said.msgid).rings;
    const items = (await sync()).msg_list.slice(-3);
    expect(items.map((item) => eventOf(item)?.change_type ?? eventOf(item)?.event_type ?? item.origin)).toEqual([
      4,
      5,
      'servicer_recall_msg',
    ]);
  });

  it('gives agents no step their client does not offer', async () => {
    const { ctl } = await standing(0);
    expect(() => ctl.agent.accept('wmUser', 'zhang')).toThrow(/state 0/);
    expect(() => ctl.agent.end('wmUser')).toThrow(/state 0/);
    expect(() => ctl.agent.reply('wmUser', '您好')).toThrow(/state 0/);
  });
});
