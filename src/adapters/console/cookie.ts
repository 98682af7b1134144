import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Desk } from './desk.ts';
import { LONGEST } from './session-life.ts';

const NAME = 'beian-agent';

/** The session's token, as far as it looks like one. */
export function tokenIn(request: FastifyRequest): string | undefined {
  return /^[\w-]{43}$/.exec(request.cookies[NAME] ?? '')?.[0];
}

/** No script reads it and no other site's page makes a browser send it. */
export function giveCookie({ publicUrl }: Pick<Desk, 'publicUrl'>, reply: FastifyReply, token: string): void {
  reply.setCookie(NAME, token, { ...attributes(publicUrl, reply.request), maxAge: LONGEST / 1000 });
}

export function takeCookie({ publicUrl }: Pick<Desk, 'publicUrl'>, reply: FastifyReply): void {
  reply.clearCookie(NAME, attributes(publicUrl, reply.request));
}

function attributes(publicUrl: string | undefined, request: FastifyRequest) {
  const secure = request.protocol === 'https' || (publicUrl?.startsWith('https:') ?? false);
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}
