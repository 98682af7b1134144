import { describe, expect, it } from 'vitest';
import { isSingle, isStaff, parseRobotMessage } from '../../../src/adapters/dingtalk/parse-robot-message.ts';

/** A body as DingTalk's pages show it, with other names. */
const sample = {
  conversationId: 'cidABC==',
  conversationType: '1',
  atUsers: [{ dingtalkId: '$:LWCP_v1:$robot' }],
  chatbotCorpId: 'dingcorp',
  chatbotUserId: '$:LWCP_v1:$robot',
  msgId: 'msg1==',
  msgtype: 'text',
  text: { content: ' 扫码进不去 ' },
  createAt: 1_772_413_200_000,
  senderId: '$:LWCP_v1:$abc',
  senderStaffId: 'zhang01',
  senderUnionId: 'union1',
  senderNick: '张三',
  senderCorpId: 'dingcorp',
  isAdmin: true,
  robotCode: 'ding1',
  sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=x',
  sessionWebhookExpiredTime: 1_772_418_600_000,
};
const parsed = (rest: object) => parseRobotMessage({ ...sample, ...rest });

describe('a robot message', () => {
  it('of a chat of one’s own', () => {
    expect(parsed({})).toEqual({
      id: 'msg1==',
      at: 1_772_413_200_000,
      talk: { channel: 'dingtalk', room: 'zhang01', user: 'zhang01' },
      unionId: 'union1',
      text: '扫码进不去',
      media: [],
      session: {
        url: 'https://oapi.dingtalk.com/robot/sendBySession?session=x',
        until: 1_772_418_600_000,
        nick: '张三',
      },
    });
  });

  it('of a group belongs to the group and the person', () => {
    const read = parsed({ conversationType: '2', conversationTitle: '备案群', isInAtList: true });
    expect(read).toMatchObject({ talk: { room: 'cidABC==', user: 'zhang01' } });
  });

  it('of somebody outside has an encrypted id only', () => {
    const read = parsed({ senderStaffId: undefined, senderUnionId: undefined });
    if (read === undefined || read === 'quota') throw new Error('not read');
    expect(read).toMatchObject({ talk: { user: '$:LWCP_v1:$abc' }, unionId: undefined });
    expect([isStaff(read.talk), isSingle(read.talk)]).toEqual([false, true]);
  });

  it.each([
    ['text at the top', { text: undefined, content: '扫码进不去' }, { text: '扫码进不去', media: [] }],
    ['picture', { msgtype: 'picture', text: undefined, content: { downloadCode: 'c1' } }, { text: '', media: ['c1'] }],
    [
      'richText',
      {
        msgtype: 'richText',
        text: undefined,
        content: { richText: [{ text: '看图\n' }, { type: 'picture', downloadCode: 'c1' }, { text: '对吗' }, 7] },
      },
      { text: '看图\n对吗', media: ['c1'] },
    ],
    [
      'audio',
      { msgtype: 'audio', content: { downloadCode: 'c', duration: 4_000, recognition: '扫码进不去' } },
      { text: '扫码进不去', media: [] },
    ],
    ['audio that was not understood', { msgtype: 'audio', content: {} }, { text: '', unreadable: 'voice' }],
    ['video', { msgtype: 'video', content: { downloadCode: 'c' } }, { text: '', media: [], unreadable: 'video' }],
    ['file', { msgtype: 'file', content: { fileName: 'a.pdf' } }, { text: '', media: [], unreadable: 'file' }],
    ['something new', { msgtype: 'hologram', content: { x: 1 } }, { text: '', media: [], unreadable: 'other' }],
  ])('%s', (_what, body, read) => {
    expect(parsed(body)).toMatchObject(read);
  });

  it('takes at most four pictures', () => {
    const richText = Array.from({ length: 9 }, (_, nth) => ({ type: 'picture', downloadCode: `c${nth}` }));
    expect(parsed({ msgtype: 'richText', content: { richText } })).toMatchObject({ media: ['c0', 'c1', 'c2', 'c3'] });
  });

  it.each([[{ errorCode: '20001', errorMessage: '额度' }], [{ errCode: 20001, errMsg: '额度' }]])(
    '%o tells that the month is used up',
    (quota) => {
      expect(parseRobotMessage({ ...sample, text: undefined, msgtype: undefined, ...quota })).toBe('quota');
    },
  );

  it.each([null, undefined, 7, 'x', [], {}, { ...sample, msgId: '' }, { ...sample, senderId: 7, senderStaffId: null }])(
    '%o is none',
    (body) => {
      expect(parseRobotMessage(body)).toBeUndefined();
    },
  );
});
