import { z } from 'zod';
import { problems, WITH_SESSION } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import type { Agent } from '../store/agent.ts';
import { allow } from './allow.ts';
import { agentOf } from './authenticate-agent.ts';
import type { Desk } from './desk.ts';
import { AgentName, AgentRole } from './fields.ts';
import { addAgent, resetAgent } from './manage-agents.ts';
import { oneTimePassword } from './one-time-password.ts';

export const Colleague = z
  .object({
    id: z.string(),
    number: z.int(),
    name: z.string(),
    role: AgentRole,
    disabled: z.boolean(),
    mustChange: z.boolean().meta({ description: '还没有换掉别人给的密码' }),
    totp: z.boolean().meta({ description: '登录时要动态码' }),
    createdAt: z.string(),
  })
  .readonly()
  .meta({ id: 'Agent', description: '客服系统里的一个人' });

const WithPassword = z.object({
  agent: Colleague,
  password: z.string().meta({ description: '一次性密码，只在这里出现一次；登录后要先换掉' }),
});

const NewColleague = z.object(
  { name: AgentName, role: AgentRole },
  { error: '请用 JSON 对象发送内容：{"name":"…","role":"agent"}。' },
);

const Changes = z
  .object(
    {
      role: AgentRole.exactOptional(),
      disabled: z.boolean({ error: 'disabled 要是 true 或 false。' }).exactOptional(),
    },
    { error: '请用 JSON 对象发送内容：{"role":"…","disabled":true}。' },
  )
  .refine(({ role, disabled }) => role !== undefined || disabled !== undefined, '请写上 role 或 disabled。');

const Params = z.object({ id: z.string() });

/** The people of the desk, by their supervisors. */
export function agentsRoutes(scope: Http, desk: Desk): void {
  const { agents } = desk.store;
  const documented = { tags: ['console'], security: WITH_SESSION };
  const onRequest = allow('supervisor');

  scope.get(
    '/agents',
    {
      onRequest,
      schema: {
        ...documented,
        summary: '所有的人，包括停用的',
        response: { 200: z.object({ agents: z.array(Colleague) }), ...problems(401, 403) },
      },
    },
    async () => ({ agents: (await agents.list()).map(shown) }),
  );

  scope.post(
    '/agents',
    {
      onRequest,
      compress: false,
      schema: {
        ...documented,
        summary: '加一个人，得到一次性密码',
        body: NewColleague,
        response: { 201: WithPassword, ...problems(400, 401, 403, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const password = oneTimePassword();
      const person = { ...request.body, password, mustChange: true };
      const added = await addAgent(desk.store, person, actOf(agentOf(request)));
      if (added) return reply.code(201).send({ agent: shown(added), password });
      throw new HttpError(409, 'name-taken', `已经有人叫“${person.name}”了，请换一个名字，例如加上部门。`);
    },
  );

  scope.patch(
    '/agents/:id',
    {
      onRequest,
      schema: {
        ...documented,
        summary: '换角色、停用或重新启用；停用时退出登录，对话转交给别人',
        params: Params,
        body: Changes,
        response: { 200: z.object({ agent: Colleague }), ...problems(400, 401, 403, 404, 409, 413, 415, 503) },
      },
    },
    async (request) => {
      const changed = await agents.change(request.params.id, request.body, actOf(agentOf(request)));
      if (changed === 'unknown') throw nobody();
      if (changed === 'last-supervisor') {
        throw new HttpError(409, 'last-supervisor', '这是最后一位可用的主管。请先让另一个人做主管，再来改。');
      }
      if (request.body.disabled) await handOn(desk, changed.id);
      return { agent: shown(changed) };
    },
  );

  scope.post(
    '/agents/:id/reset',
    {
      onRequest,
      compress: false,
      schema: {
        ...documented,
        summary: '重置密码，得到一次性密码；关闭动态码，解除锁定，退出登录',
        params: Params,
        response: { 200: WithPassword, ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      const agent = await agents.byId(request.params.id);
      if (!agent) throw nobody();
      const password = await resetAgent(desk.store, desk.seal, agent, actOf(agentOf(request)));
      return { agent: shown({ ...agent, mustChange: true, hasTotp: false }), password };
    },
  );

  function actOf({ id }: Agent) {
    return { at: desk.clock().toISOString(), by: id };
  }
}

function shown({ id, number, name, role, disabledAt, mustChange, hasTotp, createdAt }: Agent) {
  return { id, number, name, role, disabled: disabledAt !== null, mustChange, totp: hasTotp, createdAt };
}

/** After the agent is out, so that they cannot take a conversation again meanwhile. */
async function handOn(desk: Desk, agent: string): Promise<void> {
  await desk.handOn(agent).catch((cause: unknown) => {
    throw new HttpError(503, 'not-handed-on', '帐号已经停用，但对话没有转交成功。请再停用一次，直到成功。', { cause });
  });
}

function nobody(): HttpError {
  return new HttpError(404, 'not-found', '没有这个人，请刷新名单再试。');
}
