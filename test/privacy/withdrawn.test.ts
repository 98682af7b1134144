import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandIn } from '../../src/bot/understanding/commands.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { createNormalise } from '../../src/text/normalise.ts';
import { type Desk, openDesk } from '../desk.ts';
import { openPeopleDesk } from '../people/people-desk.ts';
import { idFront } from '../pictures/id-front.ts';
import { trainedKnowledge } from '../trained.ts';

let knowledge: Knowledge;
let card: Buffer;
let desk: Desk;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
  card = await idFront({ seed: 7 });
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openDesk(knowledge);
});
afterEach(async () => {
  expect(desk.faults).toEqual([]);
  await desk.close();
});

const normalise = createNormalise();

describe('taking back one’s consent', () => {
  it.each([
    '撤回同意',
    '我要撤回同意',
    '请撤回我的同意',
    '我想撤销对图片的同意',
    '收回同意',
    '取消同意吧',
    '撤回我之前的同意',
    '把同意撤回',
    '不同意你们看我的图片了',
    '不再同意保存图片',
    '不要再保存我的照片了',
    '別再看我的圖片了',
    'withdraw my consent',
  ])('is heard in %s', (said) => expect(commandIn(normalise(said))).toBe('withdraw'));

  it.each([
    '撤回备案',
    '取消授权',
    '撤销授权书',
    '同意',
    '不同意',
    '撤回上一条消息',
    '怎么撤回已上传的图片',
    '取消备案申请',
  ])('is not heard in %s', (said) => expect(commandIn(normalise(said))).not.toBe('withdraw'));

  it('deletes the pictures at once, and asks again before the next one', async () => {
    await desk.show([{ name: '图.jpg', bytes: card }], { consents: true });
    const [file] = (await desk.store.lines('talk-1', 0, 1))[0]?.files ?? [];
    expect(await desk.vault.get('talk-1', file?.id ?? '')).toBeDefined();
    const { messages, outcome } = await desk.say('撤回同意');
    expect(outcome.kind).toBe('smalltalk');
    expect(messages.map(({ text }) => text)).toEqual([expect.stringMatching(/已撤回同意.*共 1 张.*重新请您同意/s)]);
    expect(await desk.vault.get('talk-1', file?.id ?? '')).toBeUndefined();
    const record = await desk.store.byId('talk-1');
    expect([record?.facts.consent, record?.facts.pictures, record?.memory]).toEqual([undefined, undefined, {}]);
    const again = await desk.show([{ name: '图.jpg', bytes: card }]);
    expect(again.outcome).toMatchObject({ kind: 'ask', diagnostic: 'image' });
    expect(again.messages.flatMap(({ choices = [] }) => choices)).toContain('同意');
  }, 60_000);

  it('drops a picture that waits for consent', async () => {
    await desk.show([{ name: '图.jpg', bytes: card }]);
    expect((await desk.say('撤回同意')).messages[0]?.text).toContain('没有可以撤回的');
    expect((await desk.say('同意')).outcome.diagnostic).toBeNull();
  });

  it('leaves the conversation and what is known of the phone', async () => {
    await desk.say('安卓手机，扫码进不去上传页面');
    await desk.say('撤回同意');
    expect((await desk.store.byId('talk-1'))?.facts).toMatchObject({ platform: 'android' });
    expect((await desk.store.lines('talk-1', 0, 100)).length).toBeGreaterThan(3);
  });
});

describe.each(['queued', 'agent'] as const)('while %s', (state) => {
  it('it is done all the same, by the desk, and logged', async () => {
    const people = await openPeopleDesk(knowledge);
    const agent = await people.agent('小周', 'supervisor');
    await agent.available();
    const person = await people.visitor();
    await person.say('转人工');
    if (state === 'agent') await agent.call('POST', `/talks/${person.talk}/claim`);
    await people.picture(person.talk);
    await people.store.vendor.remember(`media:wechat:${person.talk}`, 'sealed', null, people.now().toISOString());
    const { body } = await person.say('撤回同意');
    expect(body.messages).toMatchObject([{ by: 'system', text: expect.stringContaining('共 1 张') }]);
    expect(await people.store.vendor.recall(`media:wechat:${person.talk}`, people.now().toISOString())).toBeUndefined();
    expect((await people.store.audit.entries({ limit: 1 }))[0]).toMatchObject({
      ...{ who: 'user', what: 'consent-withdrawn', talk: person.talk },
    });
    await people.close();
    expect(people.faults).toEqual([]);
  });
});
