import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Agent, ROLES } from '../store/agent.ts';
import { giveCookie } from './cookie.ts';
import type { Desk } from './desk.ts';

/** Somebody with a session; the token goes into the cookie. */
export interface SignedIn {
  readonly token: string;
  readonly csrf: string;
  readonly agent: Agent;
}

const Me = z
  .object({
    id: z.string(),
    number: z.int().meta({ description: '用户看到的是“客服 07”' }),
    name: z.string(),
    role: z.enum(ROLES),
  })
  .readonly()
  .meta({ id: 'Me', description: '登录的人' });

export const SignedInSchema = z.object({
  agent: Me,
  csrf: z.string().meta({ description: '每个会改动数据的请求都要带上：x-csrf-token' }),
  mustChange: z.boolean().meta({ description: '先要换掉别人给的密码，别的才能做' }),
  totp: z.boolean().meta({ description: '登录时是否要动态码' }),
});

export function signedIn(csrf: string, { id, number, name, role, mustChange, hasTotp }: Agent) {
  return { agent: { id, number, name, role }, csrf, mustChange, totp: hasTotp };
}

/** Gives the cookie, and says who it is for. */
export function answerSignedIn(desk: Pick<Desk, 'publicUrl'>, reply: FastifyReply, { token, csrf, agent }: SignedIn) {
  giveCookie(desk, reply, token);
  return signedIn(csrf, agent);
}
