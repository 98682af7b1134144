import { EventAck, TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimClock, settle, steppedClock } from './clock.ts';
import { type DingTalkSim, dingtalkSim } from './dingtalk/dingtalk-sim.ts';
import { type OfficialClient, officialClient } from './dingtalk/official-client.ts';
import { testSeed } from './test-seed.ts';

const app = { appKey: 'dingbeian', appSecret: 'secret', robotCode: 'dingbeian' };

let clock: SimClock;
let sim: DingTalkSim;
let official: OfficialClient;
let received: Record<string, unknown>[];

beforeEach(async () => {
  clock = steppedClock();
  sim = await dingtalkSim({ clock, seed: testSeed(), ...app });
  official = officialClient({ clientId: app.appKey, clientSecret: app.appSecret, ...sim });
  received = [];
  official.client.registerCallbackListener(TOPIC_ROBOT, ({ headers, data }) => {
    received.push(JSON.parse(data));
    official.client.socketCallBackResponse(headers.messageId, null);
  });
});
afterEach(async () => {
  official.close();
  await sim.close();
});

const connect = async (): Promise<void> => {
  await official.client.connect();
  await sim.ctl.connected(1);
};

describe('the DingTalk simulator under the official Stream client', () => {
  it('lets the client connect with a ticket of its subscriptions', async () => {
    await connect();
    const [open, upgrade] = sim.ctl.log;
    expect(open).toMatchObject({ method: 'POST', path: '/v1.0/gateway/connections/open', status: 200 });
    expect(upgrade).toMatchObject({ method: 'GET', path: '/connect', status: 101 });
    expect(sim.ctl.lines()).toMatchObject([{ state: 'live' }]);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('turns away a wrong secret with 401 and opens no connection', async () => {
    official.client.config.clientSecret = 'wrong';
    await official.client.connect();
    expect(sim.ctl.log.map(({ path, status }) => [path, status])).toEqual([['/v1.0/gateway/connections/open', 401]]);
    await expect(official.client.getEndpoint()).rejects.toMatchObject({
      response: { status: 401, data: { code: 'authFailed' } },
    });
  });

  it('takes a ticket once, within 90 s, and shows that the client does not encode odd ones', async () => {
    const { client } = official;
    await client.getEndpoint();
    await clock.advance(90_000);
    await expect(client._connect()).rejects.toThrow('401');
    await client.getEndpoint();
    await client._connect();
    await expect(client._connect()).rejects.toThrow('401');
    sim.ctl.set({ oddTickets: true });
    await client.getEndpoint();
    await expect(client._connect()).rejects.toThrow('401');
  });

  it('delivers robot messages and hears their acks', async () => {
    await connect();
    const push = sim.ctl.robotMessage({ user: 'u1', text: '人脸核验失败' });
    await push.answered();
    expect(received).toMatchObject([
      {
        msgId: push.id,
        msgtype: 'text',
        text: { content: '人脸核验失败' },
        conversationType: '1',
        senderStaffId: 'u1',
        robotCode: app.robotCode,
        sessionWebhookExpiredTime: clock.now() + 5_400_000,
      },
    ]);
    expect(push.attempts[0]?.answer).toEqual({ code: 200, data: '{"response":null}', at: clock.now() });
    expect(sim.ctl.violations).toEqual([]);
  });

  it('sends a ping every 25 s and takes the echo', async () => {
    await connect();
    const pings: unknown[] = [];
    const { client } = official;
    const onSystem = client.onSystem.bind(client);
    client.onSystem = (frame) => {
      pings.push(frame.headers.topic);
      onSystem(frame);
    };
    await clock.advance(80_000);
    expect(pings).toEqual(['ping', 'ping', 'ping']);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('counts a ping without an echo within 5 s as a violation', async () => {
    await connect();
    official.client.onSystem = () => undefined;
    await clock.advance(29_999);
    expect(sim.ctl.violations).toEqual([]);
    await clock.advance(1);
    expect(sim.ctl.violations).toEqual([expect.stringMatching(/^ping \w+: no answer within 5000 ms$/)]);
  });

  it('stops delivery at once on disconnect and closes 10 s later', async () => {
    await connect();
    sim.ctl.disconnect('persistent connection is timeout');
    await settle();
    expect(official.client.connected).toBe(false);
    const lost = sim.ctl.robotMessage({ user: 'u1', text: '在吗' });
    expect(lost.attempts).toEqual([]);
    expect(sim.ctl.lost).toEqual([{ id: lost.id, reason: 'no connection to deliver it to' }]);
    await clock.advance(9_999);
    expect(sim.ctl.lines()).toMatchObject([{ state: 'leaving' }]);
    await clock.advance(1);
    expect(sim.ctl.lines()).toMatchObject([{ state: 'closed' }]);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('gives card clicks to the client and applies its answer', async () => {
    official.client.registerCallbackListener(TOPIC_CARD, ({ headers, data }) => {
      const { content } = JSON.parse(data) as { readonly content: string };
      received.push(JSON.parse(content));
      official.client.socketCallBackResponse(headers.messageId, {
        cardUpdateOptions: { updateCardDataByKey: true },
        cardData: { cardParamMap: { state: '已转人工' } },
      });
    });
    await connect();
    sim.ctl.person('u1', 'known');
    await createCard();
    await sim.ctl.clickCard('t1', 'u1', { action: 'human' }, { actionId: 'a1' }).answered();
    expect(received).toEqual([{ cardPrivateData: { actionIds: ['a1'], params: { action: 'human' } } }]);
    expect(sim.ctl.card('t1')?.params).toEqual({ title: '备案助手', state: '已转人工' });
    expect(sim.ctl.violations).toEqual([]);
  });

  it('sends an event again after 60 s until it is acked with SUCCESS', async () => {
    const answers = [EventAck.LATER, EventAck.SUCCESS];
    official.client.registerAllEventListener(() => ({ status: answers.shift() ?? EventAck.SUCCESS, message: 'ok' }));
    await connect();
    const push = sim.ctl.event('chat_add_member', { chatId: 'c1' });
    await push.answered();
    await clock.advance(60_000);
    await push.answered();
    expect(push.attempts.map(({ answer }) => JSON.parse(answer?.data ?? '').status)).toEqual(['LATER', 'SUCCESS']);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('gives the client a token of the old API', async () => {
    const token = await official.client.getAccessToken();
    expect(token).toMatch(/^o\w{30}$/);
    expect(await official.client.getAccessToken()).toBe(token);
    sim.ctl.expireToken();
    expect(await official.client.getAccessToken()).not.toBe(token);
  });
});

/** A card `t1` in the chat of u1 whose clicks come over Stream. */
async function createCard(): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const call = (path: string, body: object, headers = {}) =>
    fetch(sim.url + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  const issued = await call('/v1.0/oauth2/accessToken', { appKey: app.appKey, appSecret: app.appSecret });
  const { accessToken } = (await issued.json()) as { readonly accessToken: string };
  const card = {
    cardTemplateId: 'tpl',
    outTrackId: 't1',
    callbackType: 'STREAM',
    cardData: { cardParamMap: { title: '备案助手' } },
    openSpaceId: 'dtv1.card//IM_ROBOT.u1',
    imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
  };
  const headers = { 'x-acs-dingtalk-access-token': accessToken };
  const created = await call('/v1.0/card/instances/createAndDeliver', card, headers);
  expect(await created.json()).toMatchObject({ success: true, result: { deliverResults: [{ success: true }] } });
}
