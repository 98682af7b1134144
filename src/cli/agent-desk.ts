import { AgentName } from '../adapters/console/fields.ts';
import { addAgent, resetAgent } from '../adapters/console/manage-agents.ts';
import { oneTimePassword } from '../adapters/console/one-time-password.ts';
import { passwordProblem } from '../adapters/console/password-problem.ts';
import { ROLE_NAMES } from '../adapters/console/role-names.ts';
import { type Agent, ROLES } from '../adapters/store/agent.ts';
import type { AgentStore } from '../adapters/store/agent-store.ts';
import type { Seal } from '../bot/ports.ts';

/** What the operator at the machine does with the people of the desk. */
export interface AgentDesk {
  readonly store: Pick<AgentStore, 'agents' | 'failures'>;
  readonly seal: Pick<Seal, 'digest'>;
  readonly now: () => string;
  /** Gives an agent's conversations to others. */
  readonly handOn: (agent: string) => Promise<void>;
  readonly readPassword: () => Promise<string | undefined>;
  readonly print: (line: string) => void;
}

/** What cannot be done; `exitCode` 2 where the command itself was wrong. */
export class Refused extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export async function add(desk: AgentDesk, given: string, role: string | undefined): Promise<void> {
  const name = AgentName.safeParse(given);
  if (!name.success) throw new Refused(name.error.issues[0]?.message ?? '名字不对。', 2);
  const known = ROLES.find((one) => one === role);
  if (!known) throw new Refused('请写上角色：--role agent（客服）、supervisor（主管）或 editor（编辑）。', 2);
  const taken = new Refused(`已经有人叫“${name.data}”了，请换一个名字，或者用 reset 重置密码。`);
  if (await desk.store.agents.byName(name.data)) throw taken;

  const chosen = await desk.readPassword();
  if (chosen === undefined) throw new Refused('没有添加：两次输入的密码不一样，或者没有输完。');
  const problem = chosen === '' ? undefined : passwordProblem(chosen, name.data);
  if (problem) throw new Refused(problem);
  const password = chosen === '' ? oneTimePassword() : chosen;

  const person = { name: name.data, role: known, password, mustChange: false };
  const added = await addAgent(desk.store, person, { at: desk.now(), by: 'cli' });
  if (!added) throw taken;
  desk.print(`已添加 ${titleOf(added)}。`);
  if (chosen === '') desk.print(`密码：${password}（只显示这一次，请记下来）`);
}

export async function list({ store, print }: AgentDesk): Promise<void> {
  const agents = await store.agents.list();
  if (agents.length === 0) print('还没有人。用 npm run agent -- add 名字 --role supervisor 添加第一位主管。');
  for (const agent of agents) {
    const notes = [
      agent.disabledAt === null ? '启用' : `停用于 ${agent.disabledAt}`,
      ...(agent.hasTotp ? ['有动态码'] : []),
      ...(agent.mustChange ? ['还没有换掉一次性密码'] : []),
    ];
    print(`${titleOf(agent)}  ${notes.join('，')}`);
  }
}

export async function setDisabled(desk: AgentDesk, name: string, disabled: boolean): Promise<void> {
  const { id } = await named(desk, name);
  const changed = await desk.store.agents.change(id, { disabled }, { at: desk.now(), by: 'cli' });
  if (changed === 'unknown') throw unknown(name);
  if (changed === 'last-supervisor') {
    throw new Refused('这是最后一位可用的主管，不能停用。请先用 add 添加另一位主管。');
  }
  // Also of somebody disabled before: the last time it may have failed.
  if (disabled) await desk.handOn(id);
  desk.print(disabled ? `已停用 ${titleOf(changed)}，登录全部退出，对话已转交。` : `已启用 ${titleOf(changed)}。`);
}

export async function reset(desk: AgentDesk, name: string): Promise<void> {
  const agent = await named(desk, name);
  const password = await resetAgent(desk.store, desk.seal, agent, { at: desk.now(), by: 'cli' });
  desk.print(`已重置 ${titleOf(agent)}：登录全部退出，锁定已解除，动态码已关闭。`);
  desk.print(`一次性密码：${password}（只显示这一次；登录后要先换成自己的）`);
}

async function named({ store }: AgentDesk, name: string): Promise<Agent> {
  const agent = await store.agents.byName(name);
  if (!agent) throw unknown(name);
  return agent;
}

function unknown(name: string): Refused {
  return new Refused(`没有叫“${name}”的人。用 npm run agent -- list 看看都有谁。`);
}

/** `客服 07（主管，王芳）`. */
function titleOf({ number, role, name }: Agent): string {
  return `客服 ${String(number).padStart(2, '0')}（${ROLE_NAMES[role]}，${name}）`;
}
