import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { keptBy, openStage, type Stage } from '../dialogues/stage.ts';
import { trainedKnowledge } from '../trained.ts';

let knowledge: Knowledge;
let stage: Stage;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  stage = await openStage(knowledge);
});
afterEach(() => stage.close());

/** As it is typed, and as the people of the desk read it. */
const contacts: readonly (readonly [said: string, contact: string])[] = [
  ['13800138000', '13800138000'],
  ['我的手机 138 0013 8000', '138 0013 8000'],
  ['138-0013-8000，下午打', '138-0013-8000'],
  ['+86 13800138000', '+86 13800138000'],
  ['电话１３８００１３８０００', '13800138000'],
  ['座机 010-62345678', '010-62345678'],
  ['057188886666', '057188886666'],
  ['+852 6123 4567', '+852 6123 4567'],
  ['zhang.san+beian@mail.example.com', 'zhang.san+beian@mail.example.com'],
  ['微信号：zhang_san99', 'zhang_san99'],
  ['加我微信 lisi2020', 'lisi2020'],
  ['微信号wangwuliu', 'wangwuliu'],
  ['vx: zhao-liu-88', 'zhao-liu-88'],
  ['QQ 123456789', '123456789'],
  ['zhang_san99', 'zhang_san99'],
  ['电话13800138000或者微信zhang_san99', '13800138000，zhang_san99'],
];

describe('a 留言', () => {
  it.each(contacts)('%s: is sealed, and nothing else keeps it', async (said, contact) => {
    await stage.say('转人工');
    await stage.say('备案资料传了五次都不显示');
    const { outcome } = await stage.say(said);
    expect(outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
    const [ticket] = await stage.store.tickets({ done: false });
    expect(stage.seal.open(ticket?.contact ?? '')).toBe(contact);
    const kept = await keptBy(stage);
    for (const one of contact.split('，')) expect(kept).not.toContain(one);
    expect(kept.normalize('NFKC').replace(/[\s-]/g, '')).not.toContain('13800138000');
  });

  it('keeps what was written before and after the demand, masked', async () => {
    await stage.say('转人工');
    await stage.say('我是张三，身份证110105199001010020，资料传不上去');
    await stage.say('13800138000');
    const [ticket] = await stage.store.tickets({ done: false });
    expect(ticket?.text).toContain('资料传不上去');
    expect(ticket?.text).toContain('110105********0020');
    expect(ticket?.text).not.toContain('110105199001010020');
    expect(ticket?.id).toBe('L-STAGE-1');
    expect(await keptBy(stage)).not.toContain('110105199001010020');
  });

  it('that gives a contact only says so to the people of the desk', async () => {
    await stage.say('转人工');
    await stage.say('13800138000');
    expect((await stage.store.tickets({ done: false }))[0]?.text).toContain('没有写要办的事');
  });

  it('keeps a question that was answered meanwhile', async () => {
    await stage.say('转人工');
    await stage.say('提示资料不完整怎么办');
    await stage.say('13800138000');
    const [ticket] = await stage.store.tickets({ done: false });
    expect(ticket?.text).toContain('提示资料不完整怎么办');
    expect(ticket?.facts).toMatchObject({ entry: 3 });
  });

  it('that was dropped leaves nothing', async () => {
    await stage.say('转人工');
    await stage.say('我的资料传了好几次都不行');
    await stage.say('不留了');
    expect(await stage.store.tickets({ done: false })).toEqual([]);
    expect((await stage.record()).memory).toEqual({});
  });
});

describe('identity numbers and telephone numbers', () => {
  it('are unreadable in lines, gaps, facts and memory', async () => {
    const said = '备案多久能下来，我身份证110105199001010020，电话13800138000';
    const { outcome } = await stage.say(said);
    expect(outcome.kind).toBe('not-covered');
    expect((await stage.store.gaps(10)).map(({ text }) => text)).toEqual([
      '备案多久能下来，我身份证110105********0020，电话138****8000',
    ]);
    const kept = await keptBy(stage);
    expect(kept).not.toContain('110105199001010020');
    expect(kept).not.toContain('13800138000');
  });
});

describe('删除我的数据', () => {
  it('leaves the receipt and nothing else', async () => {
    await stage.say('我用安卓，扫码进不去上传页面');
    await stage.say('备案多久能下来');
    await stage.say('转人工，13800138000');
    await stage.say('转人工');
    const { messages, outcome } = await stage.say('删除我的数据');
    expect(outcome).toMatchObject({ kind: 'smalltalk' });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain('消息 9 条');
    expect(messages[0]?.text).toContain('留言 1 条');
    const record = await stage.record();
    expect(record).toMatchObject({ facts: {}, memory: {} });
    expect(await stage.store.lines(record.id, 0, 100)).toEqual(messages);
    expect(await stage.store.gaps(10)).toEqual([]);
    expect(await stage.store.tickets({ done: false })).toEqual([]);
  });

  it('can be sent again and gives the same receipt', async () => {
    await stage.say('提示资料不完整怎么办');
    const receipt = await stage.say('删除我的数据', 'erase');
    expect(await stage.say('删除我的数据', 'erase')).toEqual(receipt);
  });

  it('lets the conversation begin anew', async () => {
    await stage.say('提示资料不完整怎么办');
    await stage.say('删除我的数据');
    expect((await stage.say('还是不行')).outcome.kind).toBe('ask');
    expect((await stage.say('提示资料不完整怎么办')).outcome.entry).toBe(3);
  });

  it.each([
    '怎么删除备案信息',
    '删除已经上传的资料怎么弄',
    '清空浏览器缓存',
    '删掉我的资料重新上传',
    '怎么删除聊天记录',
  ])('%s erases nothing', async (said) => {
    await stage.say('提示资料不完整怎么办');
    await stage.say(said);
    expect((await stage.store.lines('talk-1', 0, 100)).filter(({ by }) => by === 'user')).toHaveLength(2);
  });
});
