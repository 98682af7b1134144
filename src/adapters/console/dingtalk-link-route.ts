import { z } from 'zod';
import { problems, WITH_SESSION } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import type { AgentStore } from '../store/agent-store.ts';
import type { AgentLinks } from '../vendor/agent-links.ts';
import { allow } from './allow.ts';
import { agentOf } from './authenticate-agent.ts';

export interface DingtalkLinkDesk {
  /** Undefined where there is no DingTalk. */
  readonly links: AgentLinks | undefined;
  readonly people: Pick<AgentStore, 'audit'>;
  readonly clock: () => Date;
}

export const LinkState = z.object({
  available: z.boolean().meta({ description: '是否接了钉钉' }),
  linked: z.boolean(),
});
export const LinkCode = z.object({
  code: z.string().meta({ description: '6 位数字，只能用一次' }),
  until: z.string().meta({ description: '到这时为止有效' }),
  send: z.string().meta({ description: '要对机器人发的话：绑定 123456' }),
});

/** Whose account at DingTalk an agent's own is: linked by a code that is sent to the robot from there. */
export function dingtalkLinkRoute(scope: Http, { links, people, clock }: DingtalkLinkDesk): void {
  // Those who edit claim nothing.
  const documented = { tags: ['console'], security: WITH_SESSION };
  const onRequest = allow('agent', 'supervisor');

  scope.get(
    '/me/dingtalk',
    {
      onRequest,
      schema: {
        ...documented,
        summary: '自己的帐号有没有绑定钉钉',
        response: { 200: LinkState, ...problems(401, 403) },
      },
    },
    async (request) => ({
      available: links !== undefined,
      linked: (await links?.isLinked(agentOf(request).id)) ?? false,
    }),
  );

  scope.post(
    '/me/dingtalk',
    {
      onRequest,
      schema: {
        ...documented,
        summary: '取一个绑定码，10 分钟内在和机器人的单聊里发“绑定 123456”；之前取的作废',
        response: { 200: LinkCode, ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      if (!links) throw new HttpError(404, 'not-found', '没有接钉钉：请管理员设置 DINGTALK_CLIENT_ID。');
      const { code, until } = await links.offer(agentOf(request).id);
      return { code, until, send: `绑定 ${code}` };
    },
  );

  scope.delete(
    '/me/dingtalk',
    {
      onRequest,
      schema: { ...documented, summary: '解除绑定', response: { 200: LinkState, ...problems(401, 403) } },
    },
    async (request) => {
      const { id } = agentOf(request);
      if (await links?.isLinked(id)) {
        await links?.unlink(id);
        await people.audit.add({ at: clock().toISOString(), who: id, what: 'dingtalk-unlinked' });
      }
      return { available: links !== undefined, linked: false };
    },
  );
}
