import { z } from 'zod';
import { problems, WITH_SESSION } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { agentOf } from './authenticate-agent.ts';
import { confirmPassword } from './check-password.ts';
import type { Desk } from './desk.ts';
import { Code, Given } from './fields.ts';
import { newSecret, otpauthUri, stepOfCode } from './totp.ts';

const Offer = z.object({
  secret: z.string().meta({ description: 'Base32，扫不了码时手工输入' }),
  uri: z.string().meta({ description: 'otpauth://，画成二维码' }),
});
const State = z.object({ totp: z.boolean() });
const Confirm = z.object({ code: Code }, { error: '请用 JSON 对象发送动态码：{"code":"123456"}。' });
const Remove = z.object({ password: Given('password') }, { error: '请用 JSON 对象发送密码：{"password":"…"}。' });

/** One-time codes of an authenticator app, by the agents for themselves. */
export function totpRoutes(scope: Http, desk: Desk): void {
  const documented = { tags: ['console'], security: WITH_SESSION };

  scope.post(
    '/totp',
    {
      compress: false,
      schema: {
        ...documented,
        summary: '开始设置动态码：得到密钥，确认之后才生效',
        response: { 200: Offer, ...problems(401, 403, 409) },
      },
    },
    async (request) => {
      const { id, name } = agentOf(request);
      const secret = newSecret();
      if (await desk.store.agents.offerTotp(id, desk.seal.seal(secret)))
        return { secret, uri: otpauthUri(secret, name) };
      throw new HttpError(409, 'totp-on', '动态码已经开启。要换手机，请先用密码关闭，再重新设置。');
    },
  );

  scope.put(
    '/totp',
    {
      schema: {
        ...documented,
        summary: '用一个动态码确认，从此登录时要动态码',
        body: Confirm,
        response: { 200: State, ...problems(400, 401, 403, 409, 413, 415) },
      },
    },
    async (request) => {
      const now = desk.clock();
      const { id } = agentOf(request);
      const sealed = (await desk.store.agents.byId(id))?.totpPending ?? null;
      if (sealed === null) throw new HttpError(409, 'totp-not-begun', '没有等待确认的密钥，请重新开始设置动态码。');
      const step = stepOfCode(desk.seal.open(sealed), request.body.code, now);
      if (step === undefined) {
        throw new HttpError(400, 'wrong-code', '动态码不对：请输入 APP 上最新的 6 位数字，并核对手机的时间是否准确。');
      }
      if (await desk.store.agents.confirmTotp(id, sealed, step, now.toISOString())) return { totp: true };
      throw new HttpError(409, 'totp-not-begun', '密钥刚刚换过，请用新的密钥重新扫码后再确认。');
    },
  );

  scope.delete(
    '/totp',
    {
      schema: {
        ...documented,
        summary: '用密码关闭动态码',
        body: Remove,
        response: { 200: State, ...problems(400, 401, 403, 413, 415, 429) },
      },
    },
    async (request) => {
      const { id } = await confirmPassword(desk, agentOf(request), request.body.password);
      await desk.store.agents.removeTotp(id, desk.clock().toISOString());
      return { totp: false };
    },
  );
}
