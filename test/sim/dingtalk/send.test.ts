import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimClock, steppedClock } from '../clock.ts';
import { testSeed } from '../test-seed.ts';
import { type ApiAnswer, callApi, fetchToken } from './bare-api.ts';
import { type DingTalkSim, dingtalkSim } from './dingtalk-sim.ts';

const app = { appKey: 'ding1', appSecret: 's', robotCode: 'ding1' };

let clock: SimClock;
let sim: DingTalkSim;
let token: string;

beforeEach(async () => {
  clock = steppedClock();
  sim = await dingtalkSim({ clock, seed: testSeed(), ...app });
  token = await fetchToken(sim.url, app);
});
afterEach(() => sim.close());

const text = (content: string) => ({ msgKey: 'sampleText', msgParam: JSON.stringify({ content }) });
const single = (body: object): Promise<ApiAnswer> =>
  callApi(`${sim.url}/v1.0/robot/oToMessages/batchSend`, { robotCode: 'ding1', ...body }, { token });
const group = (body: object): Promise<ApiAnswer> =>
  callApi(`${sim.url}/v1.0/robot/groupMessages/send`, { robotCode: 'ding1', ...body }, { token });

describe('tokens', () => {
  it('repeats the token inside its life, prolongs it, and ends it after 7200 s', async () => {
    await clock.advance(7_000_000);
    expect(await fetchToken(sim.url, app)).toBe(token);
    await clock.advance(7_199_999);
    expect((await single({ userIds: ['u1'], ...text('一') })).status).toBe(200);
    await clock.advance(1);
    const late = await single({ userIds: ['u1'], ...text('一') });
    expect(late).toMatchObject({ status: 400, json: { code: 'InvalidAuthentication' } });
    expect(await fetchToken(sim.url, app)).not.toBe(token);
    expect(sim.ctl.violations).toEqual([]);
  });

  it('refuses expired tokens with 400 or 401, bad secrets with 400, and calls without a token', async () => {
    sim.ctl.expireToken();
    sim.ctl.set({ tokenErrorStatus: 401 });
    expect(await group({})).toMatchObject({ status: 401, json: { code: 'InvalidAuthentication' } });
    const bad = await callApi(`${sim.url}/v1.0/oauth2/accessToken`, { appKey: 'ding1', appSecret: 'x' });
    expect(bad).toMatchObject({ status: 400, json: { code: 'invalidClientIdOrSecret' } });
    expect(sim.ctl.violations).toEqual([]);
    await callApi(`${sim.url}/v1.0/robot/groupMessages/send`, {});
    expect(sim.ctl.violations).toEqual(['POST /v1.0/robot/groupMessages/send: no x-acs-dingtalk-access-token']);
  });
});

describe('messages to single people', () => {
  it('reach the known ones and name the others in a 200 answer', async () => {
    sim.ctl.person('u1', 'known');
    sim.ctl.person('u2', 'flowControlled');
    const answer = await single({ userIds: ['u1', 'u2', 'u3'], ...text('您好') });
    expect(answer).toEqual({
      status: 200,
      json: {
        processQueryKey: expect.any(String),
        invalidStaffIdList: ['u3'],
        flowControlledStaffIdList: ['u2'],
      },
    });
    const seen = sim.ctl.sent('u1');
    expect(seen).toMatchObject([{ at: clock.now(), via: 'single', kind: 'sampleText', text: '您好' }]);
    expect([...sim.ctl.sent('u2'), ...sim.ctl.sent('u3')]).toEqual([]);
  });

  it('reach half of the people in a partial success', async () => {
    for (const user of ['u1', 'u2']) sim.ctl.person(user, 'known');
    sim.ctl.fault({ match: 'batchSend', kind: 'partialSuccess' });
    const { json } = await single({ userIds: ['u1', 'u2'], ...text('您好') });
    expect(json.flowControlledStaffIdList).toEqual(['u1']);
    expect([sim.ctl.sent('u1').length, sim.ctl.sent('u2').length]).toEqual([0, 1]);
  });

  it.each([
    ['invalidParameter.userIds.overMax', { userIds: Array.from({ length: 21 }, (_, at) => `u${at}`), ...text('一') }],
    ['invalidParameter.userIds.empty', { userIds: [], ...text('一') }],
    ['invalidParameter.msgKey.invalid', { userIds: ['u1'], msgKey: 'text', msgParam: '{}' }],
    ['invalidParameter.msgKey.empty', { userIds: ['u1'], msgParam: '{}' }],
    ['invalidParameter.msgParam.invalid', { userIds: ['u1'], msgKey: 'sampleText', msgParam: { content: '一' } }],
    ['invalidParameter.msgParam.invalid', { userIds: ['u1'], msgKey: 'sampleMarkdown', msgParam: '{"text":"一"}' }],
    ['invalidParameter.msgParam.invalid', { userIds: ['u1'], msgKey: 'sampleImageMsg', msgParam: '{"photoURL":"@x"}' }],
    ['invalidParameter.robotCode.notExsit', { userIds: ['u1'], robotCode: 'other', ...text('一') }],
  ])('are refused with %s', async (code, body) => {
    expect(await single(body)).toMatchObject({ status: 400, json: { code } });
    expect(sim.ctl.violations).toHaveLength(1);
  });
});

describe('messages to groups', () => {
  it('reach a known group and may weigh 15 000 bytes', async () => {
    sim.ctl.group('cid1', 'known');
    const most = '备'.repeat(4_995);
    expect(Buffer.byteLength(text(most).msgParam)).toBe(14_999);
    expect((await group({ openConversationId: 'cid1', ...text(most) })).json).toHaveProperty('processQueryKey');
    expect((await group({ openConversationId: 'cid1', ...text(`${most}xx`) })).json).toMatchObject({
      code: 'invalidParameter.msgParam.tooLong',
    });
    expect(sim.ctl.sent('cid1')).toMatchObject([{ via: 'group', text: most }]);
  });

  it('do not reach unknown or disbanded groups', async () => {
    sim.ctl.group('gone', 'disbanded');
    expect((await group({ openConversationId: 'x', ...text('一') })).json.code).toBe('invalid.openConversationId');
    expect((await group({ openConversationId: 'gone', ...text('一') })).json.code).toBe('group.disbanded');
    expect((await group(text('一'))).json.code).toBe('miss.openConversationId');
  });

  it('are refused in the words of the platform when a fault says so', async () => {
    sim.ctl.fault({ match: 'groupMessages', kind: 'rateLimited' });
    expect(await group(text('一'))).toMatchObject({ status: 400, json: { code: 'send.too.fast' } });
    sim.ctl.fault({ match: 'groupMessages', kind: 'tokenInvalid' });
    expect(await group(text('一'))).toMatchObject({ status: 400, json: { code: 'InvalidAuthentication' } });
    sim.ctl.fault({ match: 'accessToken', kind: 'rateLimited' });
    const limited = await callApi(`${sim.url}/v1.0/oauth2/accessToken`, app);
    expect(limited).toMatchObject({
      status: 403,
      json: { code: expect.stringMatching(/^Forbidden\.AccessDenied\.Qps/) },
    });
  });
});

describe('the limit on one address', () => {
  it.each(['json', 'html'] as const)('blocks everything for five minutes with a body of %s', async (ipBody) => {
    sim.ctl.set({ ipCalls: 3, ipBody });
    const call = () => fetch(`${sim.oapiUrl}/gettoken?appkey=ding1&appsecret=s`).then((response) => response.text());
    for (let count = 0; count < 2; count += 1) expect(await call()).toContain('access_token');
    await clock.advance(20_000);
    for (let count = 0; count < 3; count += 1) expect(await call()).toContain('access_token');
    const denied = ipBody === 'json' ? '"status":1111,"wait":5' : '<!doctype html>';
    expect(await call()).toContain(denied);
    await clock.advance(299_999);
    expect(await call()).toContain(denied);
    await clock.advance(1);
    expect(await call()).toContain('access_token');
    sim.ctl.blockIp();
    expect(await call()).toContain(denied);
  });
});
