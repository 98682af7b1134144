import { z } from 'zod';
import { problems, WITH_SESSION } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { agentOf } from './authenticate-agent.ts';
import { confirmPassword } from './check-password.ts';
import type { Desk } from './desk.ts';
import { Given } from './fields.ts';
import { newSession } from './new-session.ts';
import { passwordProblem } from './password-problem.ts';
import { hashPassword } from './passwords.ts';
import { answerSignedIn, SignedInSchema } from './signed-in.ts';

const Change = z.object(
  { old: Given('old'), new: Given('new').meta({ description: '10 到 200 个字符' }) },
  { error: '请用 JSON 对象发送内容：{"old":"现在的密码","new":"新的密码"}。' },
);

/** Choosing another password: signs out everywhere else, and gives this browser a new session. */
export function passwordRoute(scope: Http, desk: Desk): void {
  scope.post(
    '/password',
    {
      config: { beforePasswordChange: true },
      schema: {
        tags: ['console'],
        summary: '换密码；别处的登录都会退出，这里换一个新的会话',
        security: WITH_SESSION,
        body: Change,
        response: { 200: SignedInSchema, ...problems(400, 401, 403, 409, 413, 415, 429) },
      },
    },
    async (request, reply) => {
      const { old, new: chosen } = request.body;
      const agent = await confirmPassword(desk, agentOf(request), old);
      const problem =
        passwordProblem(chosen, agent.name) ?? (chosen === old ? '新的密码和现在的一样，请换一个。' : undefined);
      if (problem) throw new HttpError(400, 'weak-password', problem);

      const { token, session } = newSession(agent.id, desk.clock());
      const hashes = { from: agent.passwordHash, to: await hashPassword(chosen) };
      if (!(await desk.store.agents.changePassword(hashes, session))) {
        throw new HttpError(409, 'changed', '密码刚刚在别处换过了，请用那个新密码重新登录。');
      }
      return answerSignedIn(desk, reply, { token, csrf: session.csrf, agent: { ...agent, mustChange: false } });
    },
  );
}
