import type { FastifyRequest } from 'fastify';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import type { Agent } from '../store/agent.ts';
import type { Session } from '../store/sessions.ts';
import { hashToken, sameToken } from '../token.ts';
import { tokenIn } from './cookie.ts';
import type { Desk } from './desk.ts';
import { livingAt, NOTED } from './session-life.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Also for an agent who still has to choose a password. */
    beforePasswordChange?: boolean;
  }
}

const SESSION = 'agentSession';

/**
 * Lets only those who are signed in to the routes of this scope, before their bodies are read. Calls that change things
 * carry the session's csrf token in `x-csrf-token`.
 */
export function authenticateAgent(scope: Http, desk: Pick<Desk, 'store' | 'clock'>): void {
  scope.decorateRequest(SESSION, null);
  scope.addHook('onRequest', async (request) => {
    const now = desk.clock();
    const token = tokenIn(request);
    const session = token && (await desk.store.sessions.find(hashToken(token), livingAt(now)));
    if (!session) throw new HttpError(401, 'unauthorized', '您还没有登录，或者登录已经过期。请重新登录。');
    refuseForged(request, session);
    if (session.agent.mustChange && !request.routeOptions.config.beforePasswordChange) {
      throw new HttpError(403, 'password-change-needed', '现在的密码是别人给的，请先换成自己的，然后继续。');
    }
    if (now.getTime() - Date.parse(session.seenAt) >= NOTED) {
      await desk.store.sessions.touch(session.tokenHash, now.toISOString());
    }
    request.setDecorator(SESSION, session);
  });
}

/** Who calls, as they were when the request came in. */
export function agentOf(request: FastifyRequest): Agent {
  return sessionOf(request).agent;
}

export function sessionOf(request: FastifyRequest): Session {
  return request.getDecorator<Session>(SESSION);
}

/** Whether whoever called is still signed in, for an answer that lasts. */
export async function isStillSignedIn(request: FastifyRequest, desk: Pick<Desk, 'store' | 'clock'>): Promise<boolean> {
  const { tokenHash } = sessionOf(request);
  return (await desk.store.sessions.find(tokenHash, livingAt(desk.clock()))) !== undefined;
}

function refuseForged(request: FastifyRequest, { csrf }: Session): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const given = request.headers['x-csrf-token'];
  if (typeof given === 'string' && sameToken(given, csrf)) return;
  throw new HttpError(403, 'csrf', '缺少 x-csrf-token，或者它不属于这次登录。请刷新页面再试。');
}
