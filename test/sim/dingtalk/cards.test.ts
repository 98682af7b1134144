import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimClock, settle, steppedClock } from '../clock.ts';
import { type SimServer, simServer } from '../server.ts';
import { testSeed } from '../test-seed.ts';
import { callApi, fetchToken } from './bare-api.ts';
import { type BareBot, bareBot } from './bare-bot.ts';
import { CARD_TOPIC } from './card-click.ts';
import { type DingTalkSim, dingtalkSim } from './dingtalk-sim.ts';

const app = { appKey: 'ding1', appSecret: 's', robotCode: 'ding1' };

let clock: SimClock;
let sim: DingTalkSim;
let bot: BareBot;
let token: string;
let desk: SimServer | undefined;

beforeEach(async () => {
  clock = steppedClock(1_700_000_000_000);
  sim = await dingtalkSim({ clock, seed: testSeed(), ...app });
  bot = await bareBot(sim.url, app, { acks: false, topics: [CARD_TOPIC] });
  token = await fetchToken(sim.url, app);
  sim.ctl.person('u1', 'known');
  sim.ctl.group('cid1', 'known');
});
afterEach(async () => {
  bot.close();
  await sim.close();
  await desk?.close();
  desk = undefined;
});

const api = (path: string, body: object, method: 'POST' | 'PUT' = 'POST') =>
  callApi(`${sim.url}/v1.0/card/${path}`, body, { token, method });
const card = (more: object = {}) => ({
  cardTemplateId: 'tpl',
  outTrackId: 't1',
  callbackType: 'STREAM',
  cardData: { cardParamMap: { title: '转人工', state: '等待' } },
  openSpaceId: 'dtv1.card//IM_GROUP.cid1',
  imGroupOpenDeliverModel: { robotCode: 'ding1' },
  ...more,
});
const create = (more?: object) => api('instances/createAndDeliver', card(more));
const click = () => sim.ctl.clickCard('t1', 'u1', { action: 'human' });
const answer = (state: string) => ({
  response: {
    cardData: { cardParamMap: { state } },
    userPrivateData: { cardParamMap: { mine: '1' } },
    cardUpdateOptions: { updateCardDataByKey: true },
  },
});

describe('cards', () => {
  it('appear once in the chat; their id is taken', async () => {
    const { json } = await create();
    expect(json.result).toEqual({
      outTrackId: 't1',
      deliverResults: [{ spaceId: 'cid1', spaceType: 'IM_GROUP', success: true, errorMsg: '' }],
    });
    expect(sim.ctl.sent('cid1')).toMatchObject([{ via: 'card', kind: 'card', text: 't1' }]);
    expect((await create()).json.code).toBe('param.cardAlreadyExist');
    expect(sim.ctl.sent('cid1')).toHaveLength(1);
  });

  it('are not delivered to strangers, nor in a partial success, and say so with 200', async () => {
    const robot = { imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' } };
    const strange = await create({ openSpaceId: 'dtv1.card//IM_ROBOT.u9', ...robot });
    expect(strange).toMatchObject({ status: 200, json: { result: { deliverResults: [{ success: false }] } } });
    sim.ctl.fault({ match: 'createAndDeliver', kind: 'partialSuccess' });
    expect((await create()).json.result.deliverResults[0].success).toBe(false);
    expect(sim.ctl.card('t1')).toBeUndefined();
  });

  it.each([
    ['a number', { cardData: { cardParamMap: { count: 1 } } }],
    ['a value over 1 KB', { cardData: { cardParamMap: { text: '备'.repeat(342) } } }],
    ['a key over 100 bytes', { cardData: { cardParamMap: { ['k'.repeat(101)]: '' } } }],
    ['no robot', { imGroupOpenDeliverModel: {} }],
    ['no space', { openSpaceId: 'cid1' }],
    ['no id', { outTrackId: '' }],
  ])('are refused with %s', async (_what, more) => {
    expect((await create(more)).status).toBe(400);
    expect(sim.ctl.violations).toHaveLength(1);
  });

  it('are overwritten by an update unless it goes by key', async () => {
    await create();
    const update = (cardParamMap: object, options = {}) =>
      api('instances', { outTrackId: 't1', cardData: { cardParamMap }, ...options }, 'PUT');
    await update({ state: '已接入' }, { cardUpdateOptions: { updateCardDataByKey: true } });
    expect(sim.ctl.card('t1')?.params).toEqual({ title: '转人工', state: '已接入' });
    await update({ state: '已结束' });
    expect(sim.ctl.card('t1')?.params).toEqual({ state: '已结束' });
  });

  it('stream a field: guid once only, 1 KB a call, nothing after the end', async () => {
    await create();
    const stream = (guid: string, content: string, more = {}) =>
      api('streaming', { outTrackId: 't1', guid, key: 'text', content, ...more }, 'PUT');
    await stream('g1', '您');
    await stream('g1', '您');
    await stream('g2', '好');
    expect(sim.ctl.card('t1')?.streams.text).toEqual({ content: '您好', ended: false, failed: false });
    await stream('g3', '**您好**', { isFull: true, isFinalize: true });
    expect(sim.ctl.card('t1')?.streams.text).toEqual({ content: '**您好**', ended: true, failed: false });
    expect(sim.ctl.violations).toEqual([]);
    expect((await stream('g4', '还有')).status).toBe(400);
    const other = await api('streaming', { outTrackId: 't1', guid: 'g5', key: 'b', content: 'x'.repeat(1025) }, 'PUT');
    expect(other.status).toBe(400);
    expect(sim.ctl.violations).toHaveLength(2);
  });
});

describe('clicks on cards', () => {
  it('change the card as the answer says, for all and for the one who clicked', async () => {
    await create();
    const push = click();
    await settle();
    const [frame] = bot.frames;
    if (!frame) throw new Error('no frame came');
    expect(JSON.parse(frame.data)).toMatchObject({ type: 'actionCallback', outTrackId: 't1', userId: 'u1' });
    await clock.advance(1_999);
    bot.ack(frame, answer('已接入'));
    await push.answered();
    expect(sim.ctl.card('t1')).toMatchObject({
      params: { title: '转人工', state: '已接入' },
      privateParams: { u1: { mine: '1' } },
    });
    expect(sim.ctl.violations).toEqual([]);
  });

  it('change nothing when the answer takes 2 s or longer, which is a violation', async () => {
    await create();
    const push = click();
    await clock.advance(2_000);
    const [frame] = bot.frames;
    if (frame) bot.ack(frame, answer('已接入'));
    await push.answered();
    expect(sim.ctl.card('t1')?.params.state).toBe('等待');
    expect(sim.ctl.violations).toEqual([expect.stringContaining('no answer within 2000 ms')]);
  });

  it('may not be answered by an update inside the callback', async () => {
    await create();
    const push = click();
    await settle();
    expect((await api('instances', { outTrackId: 't1', cardData: {} }, 'PUT')).status).toBe(400);
    const [frame] = bot.frames;
    if (frame) bot.ack(frame);
    await push.answered();
    expect((await api('instances', { outTrackId: 't1', cardData: {} }, 'PUT')).status).toBe(200);
    expect(sim.ctl.violations).toHaveLength(1);
  });

  it('go over HTTP to the registered address, signed with its own secret', async () => {
    desk = await simServer({
      clock,
      routes: { 'POST /card': () => ({ body: answer('已接入').response }) },
      wording: () => ({}),
    });
    await create({ callbackType: 'HTTP', callbackRouteKey: 'r1' });
    expect(click().attempts).toEqual([]);
    expect(sim.ctl.lost).toMatchObject([{ reason: 'no callback registered' }]);
    const register = { apiSecret: 'ACTION', callbackUrl: `${desk.url}/card`, callbackRouteKey: 'r1' };
    await api('callbacks/register', register);
    expect((await api('callbacks/register', register)).status).toBe(400);
    expect((await api('callbacks/register', { ...register, forceUpdate: true })).status).toBe(200);
    await click().answered();
    expect(desk.log[0]?.headers).toMatchObject({
      'x-ddpaas-signature-timestamp': '1700000000000',
      'x-ddpaas-signature': 'ZDl1TSqcOZvcWEsqqUm1kbBYI8Lv5ssEdzZ3QsjoP9c=',
    });
    expect(sim.ctl.card('t1')?.params.state).toBe('已接入');
    sim.ctl.clickCard('t1', 'u1', {}, { sign: 'missing' });
    await settle();
    expect(desk.log[1]?.headers).not.toHaveProperty('x-ddpaas-signature');
  });
});
