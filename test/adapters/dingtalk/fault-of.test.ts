import { describe, expect, it } from 'vitest';
import { faultOf, isStale } from '../../../src/adapters/dingtalk/fault-of.ts';

const answer = (status: number, body: object) => ({
  ...{ status, headers: new Headers() },
  body: body as Readonly<Record<string, unknown>>,
});

describe('an answer of DingTalk', () => {
  it.each([
    [400, { code: 'send.too.fast' }, 'rate', 1_000],
    [400, { code: 'send.byToken.tooFast' }, 'rate', 1_000],
    [403, { code: 'Forbidden.AccessDenied.QpsLimitForApi' }, 'rate', 1_000],
    [403, { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' }, 'rate', 1_000],
    [403, { code: 'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi' }, 'rate', 60_000],
    [429, { code: 'system.busy' }, 'rate', 1_000],
    [429, {}, 'rate', 1_000],
    [200, { status: 1111, wait: 5, punish: 'deny' }, 'rate', 300_000],
    [200, { errcode: 410100, errmsg: '限流' }, 'rate', 600_000],
    [200, { errcode: 130101 }, 'rate', 600_000],
    [200, { errcode: 90002 }, 'rate', 5_000],
    [400, { code: 'invalidClientIdOrSecret' }, 'config', undefined],
    [401, { code: 'authFailed' }, 'config', undefined],
    [400, { code: 'invalidParameter.robotCode.notExsit' }, 'config', undefined],
    [400, { code: 'robot.oto.notExist' }, 'config', undefined],
    [400, { code: 'chatbotId.notAllow.sendOTO' }, 'config', undefined],
    [403, { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' }, 'config', undefined],
    [400, { code: 'staffId.notExisted' }, 'refused', undefined],
    [400, { code: 'bot.stopped' }, 'refused', undefined],
    [400, { code: 'group.disbanded' }, 'refused', undefined],
    [400, { code: 'contain.notAllowed.text' }, 'refused', undefined],
    [400, { code: 'invalidParameter.msgParam.tooLong' }, 'refused', undefined],
    [400, { code: 'somethingNew', message: '新的' }, 'refused', undefined],
    [200, { errcode: 310000, errmsg: 'session.expired' }, 'refused', undefined],
    [500, { code: 'system.error' }, 'busy', undefined],
    [502, {}, 'busy', undefined],
    [200, { errcode: -1 }, 'busy', undefined],
  ])('%i %o is a fault of the kind %s', (status, body, fault, retryAfter) => {
    expect(faultOf(answer(status, body))).toMatchObject({ channel: 'dingtalk', fault, retryAfter });
  });

  it.each([
    [200, {}],
    [200, { errcode: 0, errmsg: 'ok' }],
    [200, { processQueryKey: 'x', invalidStaffIdList: [] }],
  ])('%i %o is fine', (status, body) => {
    expect(faultOf(answer(status, body))).toBeUndefined();
  });

  it('names the settings where it does not know the keys', () => {
    const said = faultOf(answer(400, { code: 'invalidClientIdOrSecret' }))?.message;
    expect(said).toContain('DINGTALK_CLIENT_ID');
    expect(said).toContain('DINGTALK_CLIENT_SECRET');
  });

  it.each([
    [400, { code: 'InvalidAuthentication' }, true],
    [401, {}, true],
    [200, { errcode: 40014 }, true],
    [200, { errcode: 42001 }, true],
    [200, { errcode: 40001 }, true],
    [400, { code: 'send.too.fast' }, false],
    [200, {}, false],
  ])('%i %o: the token is used up: %s', (status, body, stale) => {
    expect(isStale(answer(status, body))).toBe(stale);
  });
});
