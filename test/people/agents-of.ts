import { hashPassword } from '../../src/adapters/console/passwords.ts';
import type { Http } from '../../src/adapters/http.ts';
import type { Role } from '../../src/adapters/store/agent.ts';
import type { SqlStore } from '../../src/adapters/store/sql-store.ts';
import type { AtConsole } from './people-desk.ts';

const PASSWORD = 'orange-kettle-7-window';

/** Adds agents to a desk, who all have one password, and signs them in. */
export async function agentsOf(app: Http, { agents }: SqlStore) {
  const passwordHash = await hashPassword(PASSWORD);
  return async (name: string, role: Role, at: string): Promise<AtConsole> => {
    const id = `agent-${name}`;
    await agents.add({ id, name, role, passwordHash, mustChange: false }, { at, by: 'cli' });
    const payload = { name, password: PASSWORD };
    const signedIn = await app.inject({ method: 'POST', url: '/api/console/session', payload });
    const { csrf } = signedIn.json();
    const cookie = signedIn.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
    const call: AtConsole['call'] = async (method, path, body) => {
      const answer = await app.inject({
        method,
        url: `/api/console${path}`,
        headers: { cookie, 'x-csrf-token': csrf },
        ...(body && { payload: body }),
      });
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
    };
    return {
      id,
      name,
      call,
      async available(capacity = 3) {
        await call('POST', '/presence', { available: true, capacity });
      },
    };
  };
}
