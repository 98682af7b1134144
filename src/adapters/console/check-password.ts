import { HttpError } from '../http-error.ts';
import { type Agent, type AgentSecrets, nameKey } from '../store/agent.ts';
import type { NewFailure } from '../store/sign-in-failures.ts';
import type { Desk } from './desk.ts';
import { FAILURES, forgottenAt, lockedUntil } from './lockout.ts';
import { isPassword } from './passwords.ts';

/** One attempt to show that one is who one says. */
export interface Attempt {
  readonly now: Date;
  readonly nameDigest: string;
  /** Counts it as failed; `agent` is whose name it is. */
  failed(reason: NewFailure['reason'], agent: string | undefined): Promise<void>;
}

/** How a name stands in the table of failures: nobody can read which names were tried. */
export function nameDigest(seal: Pick<Desk['seal'], 'digest'>, name: string): string {
  return seal.digest(`sign-in ${nameKey(name)}`);
}

/**
 * Runs an attempt for a name unless the name is locked, and those for one name one after the other: many at once would
 * all be checked before the first of them counts.
 */
export function attempt<T>(desk: Desk, name: string, check: (attempt: Attempt) => Promise<T>): Promise<T> {
  const digest = nameDigest(desk.seal, name);
  return desk.checking.run(digest, async () => {
    const now = desk.clock();
    const failures = await desk.store.failures.latest(digest, FAILURES);
    const until = lockedUntil(failures, now);
    if (until) throw locked(until, now);
    return check({
      now,
      nameDigest: digest,
      async failed(reason, agent) {
        const at = now.toISOString();
        const locks = lockedUntil([at, ...failures], now) !== undefined;
        await desk.store.failures.add({ nameDigest: digest, at, agent, reason, locks, forgetUntil: forgottenAt(now) });
      },
    });
  });
}

/** Whether it is really the agent who sits there; failures count as those of signing in do. */
export function confirmPassword(desk: Desk, { id, name }: Agent, password: string): Promise<AgentSecrets> {
  return attempt(desk, name, async ({ failed }) => {
    const agent = await desk.store.agents.byId(id);
    if (agent && (await isPassword(agent.passwordHash, password))) return agent;
    await failed('confirm', id);
    throw new HttpError(403, 'wrong-password', '现在的密码不对，请再输一次。');
  });
}

function locked(until: Date, now: Date): HttpError {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  const message = `密码试错的次数太多，请 ${Math.ceil(seconds / 60)} 分钟后再试。急用请找主管重置密码。`;
  return new HttpError(429, 'locked', message, { headers: { 'retry-after': String(seconds) } });
}
