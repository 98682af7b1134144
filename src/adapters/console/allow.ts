import type { FastifyRequest } from 'fastify';
import { HttpError } from '../http-error.ts';
import type { Role } from '../store/agent.ts';
import { agentOf } from './authenticate-agent.ts';
import { ROLE_NAMES } from './role-names.ts';

/** A route's `onRequest`: only for these roles. */
export function allow(...roles: readonly Role[]) {
  return async function allowed(request: FastifyRequest): Promise<void> {
    if (roles.includes(agentOf(request).role)) return;
    const who = roles.map((role) => ROLE_NAMES[role]).join('或');
    throw new HttpError(403, 'forbidden', `这件事只有${who}可以做。`);
  };
}
