import { HttpError } from '../http-error.ts';
import type { NewFailure } from '../store/sign-in-failures.ts';
import { attempt } from './check-password.ts';
import type { Desk } from './desk.ts';
import { newSession } from './new-session.ts';
import { hashPassword, isOutdated, isPassword } from './passwords.ts';
import type { SignedIn } from './signed-in.ts';
import { stepOfCode } from './totp.ts';

export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Of the authenticator app; empty as good as missing. */
  readonly code?: string | undefined;
}

/** Opens a session for somebody who shows who they are. Whatever is wrong, the refusal reads the same. */
export function signIn(desk: Desk, { name, password, code = '' }: Credentials): Promise<SignedIn> {
  return attempt(desk, name, async ({ now, nameDigest, failed }) => {
    const agent = await desk.store.agents.byName(name);
    const refuse = async (reason: NewFailure['reason']): Promise<never> => {
      await failed(reason, agent?.id);
      throw new HttpError(401, 'wrong-credentials', '没有登录成功：名字、密码或动态码不对，或者帐号已停用。');
    };

    if (!(await isPassword(agent?.passwordHash, password)) || !agent) return refuse('password');
    if (agent.disabledAt !== null) return refuse('disabled');
    if (agent.totp !== null && code.trim() === '') {
      throw new HttpError(401, 'totp-needed', '请再输入验证器 APP 上的 6 位动态码。');
    }
    const step = agent.totp === null ? null : stepOfCode(desk.seal.open(agent.totp), code, now);
    if (step === undefined) return refuse('code');

    const { token, session } = newSession(agent.id, now);
    const { passwordHash, totp } = agent;
    const rehashed = isOutdated(passwordHash) ? await hashPassword(password) : undefined;
    const opened = await desk.store.sessions.open(session, { passwordHash, rehashed, totp, step, nameDigest });
    return opened ? { token, csrf: session.csrf, agent } : refuse(step === null ? 'password' : 'code');
  });
}
