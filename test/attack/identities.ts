import { hashPassword } from '../../src/adapters/console/passwords.ts';
import type { Http } from '../../src/adapters/http.ts';
import type { Role } from '../../src/adapters/store/agent.ts';
import type { PeopleDesk } from '../people/people-desk.ts';

export const PASSWORD = 'copper-lantern-9-meadow';
const passwordHash = await hashPassword(PASSWORD);

/** What somebody sends of themselves with every call. */
export type Headers = Readonly<Record<string, string>>;

/** A session at the console: the cookie, and the token that changing calls need beside it. */
export interface SignedIn {
  readonly cookie: string;
  readonly csrf: string;
}

/** Adds somebody to the desk, with PASSWORD; gives their id. */
export async function hire(desk: PeopleDesk, name: string, role: Role, mustChange = false): Promise<string> {
  const id = `agent-${name}`;
  const at = desk.now().toISOString();
  await desk.store.agents.add({ id, name, role, passwordHash, mustChange }, { at, by: 'cli' });
  return id;
}

export async function signIn(app: Http, name: string, password = PASSWORD): Promise<SignedIn> {
  const answer = await app.inject({ method: 'POST', url: '/api/console/session', payload: { name, password } });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const cookie = answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
  return { cookie, csrf: answer.json().csrf };
}

export function headersOf({ cookie, csrf }: SignedIn): Headers {
  return { cookie, 'x-csrf-token': csrf };
}
