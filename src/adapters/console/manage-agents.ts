import { randomBytes } from 'node:crypto';
import type { Act, Agent, Role } from '../store/agent.ts';
import type { AgentStore } from '../store/agent-store.ts';
import { nameDigest } from './check-password.ts';
import type { Desk } from './desk.ts';
import { oneTimePassword } from './one-time-password.ts';
import { hashPassword } from './passwords.ts';

type Stored = Pick<AgentStore, 'agents' | 'failures'>;

export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly mustChange: boolean;
}

/** Somebody new at the desk; undefined where the name is taken. */
export async function addAgent(
  { agents }: Pick<Stored, 'agents'>,
  person: Person,
  act: Act,
): Promise<Agent | undefined> {
  const { name, role, password, mustChange } = person;
  const id = randomBytes(6).toString('hex');
  return agents.add({ id, name, role, passwordHash: await hashPassword(password), mustChange }, act);
}

/** A password that is shown once, for somebody who forgot theirs, lost their phone or is locked out. */
export async function resetAgent(
  { agents, failures }: Stored,
  seal: Pick<Desk['seal'], 'digest'>,
  { id, name }: Agent,
  act: Act,
): Promise<string> {
  const password = oneTimePassword();
  await agents.resetPassword(id, await hashPassword(password), act);
  await failures.forget(nameDigest(seal, name));
  return password;
}
