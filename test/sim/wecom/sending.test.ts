import { describe, expect, it } from 'vitest';
import { corp, eventOf, text } from './corp.ts';

const HOUR = 3_600_000;

describe('send_msg', () => {
  it('shows five messages for each of the customer, within 48 h', async () => {
    const { ctl, send, clock } = await corp();
    expect((await send('wmNobody', '您好')).errcode).toBe(40096);
    ctl.customer('wmUser');
    expect((await send('wmUser', '您好')).errcode).toBe(95031);
    await ctl.say(text('wmUser', '您好')).rings;
    for (const said of ['一', '二', '三', '四', '五']) expect((await send('wmUser', said)).errcode).toBe(0);
    expect(ctl.sent('wmUser').map((sent) => sent.text)).toEqual(['一', '二', '三', '四', '五']);
    expect((await send('wmUser', '六')).errcode).toBe(95001);
    await ctl.say(text('wmUser', '再问')).rings;
    expect(ctl.quotaLeft('wmUser')).toBe(5);
    await clock.advance(48 * HOUR);
    expect((await send('wmUser', '晚了')).errcode).toBe(95002);
    expect(ctl.state('wmUser')).toEqual({ state: 4 });
    expect(ctl.violations).toEqual([]);
  });

  it('takes a msgid once, of 32 bytes and plain letters', async () => {
    const { ctl, send } = await corp();
    await ctl.say(text('wmUser', '您好')).rings;
    expect(await send('wmUser', '一', { msgid: 'our-id_1' })).toMatchObject({ errcode: 0, msgid: 'our-id_1' });
    expect((await send('wmUser', '一', { msgid: 'our-id_1' })).errcode).toBe(40058);
    expect((await send('wmUser', '一', { msgid: 'x'.repeat(33) })).errcode).toBe(40058);
    expect((await send('wmUser', '一', { msgid: 'a.b' })).errcode).toBe(40058);
    expect((await send('wmUser', '一', { msgid: 'x'.repeat(32) })).errcode).toBe(0);
    ctl.rule({ repeatedMsgid: 95099 });
    expect((await send('wmUser', '一', { msgid: 'our-id_1' })).errcode).toBe(95099);
    expect(ctl.sent('wmUser')).toHaveLength(2);
    expect(ctl.violations).toHaveLength(3);
  });

  it('refuses what is too long or not there', async () => {
    const { ctl, send } = await corp();
    await ctl.say(text('wmUser', '您好')).rings;
    const menu = (...list: readonly object[]) =>
      send('wmUser', '', { msgtype: 'msgmenu', msgmenu: { head_content: '请选', list } });
    const click = (id: string, content: string) => ({ type: 'click', click: { id, content } });
    expect((await send('wmUser', '备'.repeat(683))).errcode).toBe(45002);
    expect((await send('wmUser', '')).errcode).toBe(44004);
    expect((await send('wmUser', '', { msgtype: 'image', image: { media_id: 'none' } })).errcode).toBe(40007);
    expect((await send('wmUser', '', { msgtype: 'dance' })).errcode).toBe(40008);
    expect((await menu(...Array.from({ length: 11 }, () => click('1', '是')))).errcode).toBe(95008);
    expect((await menu(click('x'.repeat(65), '是'))).errcode).toBe(40058);
    expect((await menu(click('1', 'x'.repeat(129)))).errcode).toBe(40058);
    expect((await menu(click('1', '是'), click('2', '否'))).errcode).toBe(0);
    expect(ctl.sent('wmUser')).toMatchObject([{ type: 'msgmenu', text: '请选\n是\n否' }]);
  });

  it('may fail afterwards', async () => {
    const { ctl, send, sync, clock } = await corp();
    await ctl.say(text('wmUser', '您好')).rings;
    ctl.failNext('wmUser', 10, 2_000);
    const { msgid } = await send('wmUser', '一');
    await clock.advance(2_000);
    expect(ctl.sent('wmUser')).toEqual([]);
    const failed = eventOf((await sync()).msg_list.at(-1));
    expect(failed).toMatchObject({
      event_type: 'msg_send_fail',
      fail_msgid: msgid,
      fail_type: 10,
      external_userid: 'wmUser',
    });
  });
});

describe('send_msg_on_event', () => {
  it('welcomes once, within 20 s, who is new', async () => {
    const { ctl, sync, onEvent, clock } = await corp();
    await ctl.enter('wmUser', { scene: 'link', param: 'p' }).rings;
    const [entered] = (await sync()).msg_list;
    const code = eventOf(entered)?.welcome_code;
    expect(eventOf(entered)).toMatchObject({ event_type: 'enter_session', scene: 'link', scene_param: 'p' });
    expect((await onEvent(code)).errcode).toBe(0);
    expect((await onEvent(code)).errcode).toBe(41050);
    expect(ctl.sent('wmUser')).toMatchObject([{ via: 'event', text: '您好' }]);
    await ctl.enter('wmUser').rings;
    expect(eventOf((await sync()).msg_list.at(-1))).not.toHaveProperty('welcome_code');
    await ctl.enter('wmOther').rings;
    const late = eventOf((await sync()).msg_list.at(-1))?.welcome_code;
    await clock.advance(20_000);
    expect((await onEvent(late)).errcode).toBe(41050);
  });

  it('answers with a code only in the state the code came with, a menu only where one may be', async () => {
    const { ctl, sync, trans, onEvent } = await corp();
    const menu = {
      msgtype: 'msgmenu',
      msgmenu: { head_content: '满意吗', list: [{ type: 'click', click: { id: '1', content: '是' } }] },
    };
    await ctl.say(text('wmUser', '转人工')).rings;
    const { msg_code: queued } = await trans('wmUser', 2);
    expect((await onEvent(queued, menu)).errcode).toBe(40008);
    await ctl.agent.accept('wmUser', 'zhang').rings;
    expect((await onEvent(queued)).errcode).toBe(95018);
    const accepted = eventOf((await sync()).msg_list.at(-1));
    expect(accepted).toMatchObject({ change_type: 1, new_servicer_userid: 'zhang' });
    expect((await onEvent(accepted?.msg_code)).errcode).toBe(0);
    await ctl.agent.end('wmUser').rings;
    const ended = eventOf((await sync()).msg_list.at(-1));
    expect(ended).toMatchObject({ change_type: 3, old_servicer_userid: 'zhang' });
    expect((await onEvent(ended?.msg_code, menu)).errcode).toBe(0);
    expect(ctl.sent('wmUser').map(({ via, type }) => [via, type])).toEqual([
      ['event', 'text'],
      ['event', 'msgmenu'],
    ]);
  });
});
