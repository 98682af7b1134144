import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../src/adapters/wecom/event-of.ts';
import { SyncedItem } from '../../../src/adapters/wecom/synced-item.ts';

const talk = { channel: 'wecom', room: 'wk1', user: 'wm1' };
const AT = '2026-03-02T01:00:00.000Z';
const item = (rest: object) =>
  eventOf(
    SyncedItem.parse({
      ...{ msgid: 'm1', open_kfid: 'wk1', external_userid: 'wm1', send_time: Date.parse(AT) / 1_000, origin: 3 },
      ...rest,
    }),
  );
const happened = (event: object) =>
  item({
    ...{ open_kfid: undefined, external_userid: undefined, origin: 4, msgtype: 'event' },
    event: { open_kfid: 'wk1', external_userid: 'wm1', ...event },
  });

describe('what comes from WeCom', () => {
  it('is words, or the button that was pressed', () => {
    expect(item({ msgtype: 'text', text: { content: '您好' } })).toMatchObject({
      ...{ is: 'said', id: 'm1', at: AT, talk },
      said: { id: 'm1', at: AT, talk, text: '您好', media: [] },
    });
    expect(item({ msgtype: 'text', text: { content: '还是不行', menu_id: '#1' } })).toMatchObject({
      menu: '#1',
      said: { text: '还是不行' },
    });
    expect(item({ msgtype: 'text', text: { content: '', menu_id: '转人工' } })).toMatchObject({
      said: { text: '转人工' },
    });
  });

  it('is something that WeCom does not hand on, where only a notice came', () => {
    expect(item({ msgtype: 'text', text: { content: '【收到不支持的消息类型，暂无法显示】' } })).toMatchObject({
      said: { text: '', unreadable: 'other' },
    });
  });

  it('is a picture', () => {
    const heard = item({ msgtype: 'image', image: { media_id: 'p1' } });
    expect(heard).toMatchObject({ said: { text: '', media: ['p1'] } });
    expect(heard).not.toHaveProperty('said.unreadable');
  });

  it.each([
    ['voice', 'voice'],
    ['video', 'video'],
    ['file', 'file'],
    ['location', 'location'],
    ['link', 'link'],
    ['channels_shop_product', 'link'],
    ['business_card', 'card'],
    ['miniprogram', 'card'],
    ['merged_msg', 'other'],
    ['image', 'picture'],
    ['text', 'other'],
  ])('of %s without anything to read is unreadable: %s', (msgtype, unreadable) => {
    expect(item({ msgtype, [msgtype]: undefined })).toMatchObject({ said: { text: '', media: [], unreadable } });
  });

  it('is what happened to the session', () => {
    expect(happened({ event_type: 'enter_session', welcome_code: 'w' })).toMatchObject({ is: 'entered', code: 'w' });
    expect(happened({ event_type: 'enter_session' })).toBeUndefined();
    expect(happened({ event_type: 'session_status_change', change_type: 3, msg_code: 'c' })).toMatchObject({
      ...{ is: 'session', change: 3, code: 'c', talk },
    });
    expect(happened({ event_type: 'msg_send_fail', fail_msgid: 'f', fail_type: 6 })).toMatchObject({
      ...{ is: 'not-arrived', msgid: 'f', failType: 6 },
    });
    expect(happened({ event_type: 'user_recall_msg', recall_msgid: 'm0' })).toMatchObject({
      ...{ is: 'said', said: { unreadable: 'recalled', text: '' } },
    });
    expect(happened({ event_type: 'servicer_status_change', servicer_userid: 's', status: 1 })).toBeUndefined();
    expect(happened({ event_type: 'something_new' })).toBeUndefined();
  });

  it('is what a servicer wrote', () => {
    expect(item({ origin: 5, msgtype: 'text', text: { content: '您好' } })).toMatchObject({
      ...{ is: 'servicer-said', text: '您好' },
    });
    expect(item({ origin: 5, msgtype: 'image', image: { media_id: 'p' } })).toMatchObject({
      text: '（发出一张图片，没有取到）',
    });
  });
});
