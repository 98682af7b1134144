import { z } from 'zod';
import { problems, WITH_SESSION } from '../documented.ts';
import type { Http } from '../http.ts';
import { sessionOf } from './authenticate-agent.ts';
import { takeCookie } from './cookie.ts';
import type { Desk } from './desk.ts';
import { Code, Given, NO_BODY } from './fields.ts';
import { perAddress } from './limit.ts';
import { signIn } from './sign-in.ts';
import { answerSignedIn, SignedInSchema, signedIn } from './signed-in.ts';

const SignIn = z.object({ name: Given('name'), password: Given('password'), code: Code.exactOptional() }, NO_BODY);

/** Signing in: for anybody. */
export function signInRoute(app: Http, desk: Desk): void {
  app.post(
    '/session',
    {
      config: perAddress(desk),
      schema: {
        tags: ['console'],
        summary: '登录；会话在 HttpOnly 的 Cookie 里',
        body: SignIn,
        response: { 200: SignedInSchema, ...problems(400, 401, 413, 415, 429) },
      },
    },
    async (request, reply) => answerSignedIn(desk, reply, await signIn(desk, request.body)),
  );
}

/** Who is signed in, and signing out. */
export function sessionRoutes(scope: Http, desk: Desk): void {
  scope.get(
    '/session',
    {
      config: { beforePasswordChange: true },
      schema: {
        tags: ['console'],
        summary: '登录的是谁',
        security: WITH_SESSION,
        response: { 200: SignedInSchema, ...problems(401) },
      },
    },
    async (request) => {
      const { csrf, agent } = sessionOf(request);
      return signedIn(csrf, agent);
    },
  );

  scope.delete(
    '/session',
    {
      config: { beforePasswordChange: true },
      schema: {
        tags: ['console'],
        summary: '退出登录',
        security: WITH_SESSION,
        response: { 200: z.object({ at: z.string() }), ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      const { tokenHash, agent } = sessionOf(request);
      const at = desk.clock().toISOString();
      await desk.store.sessions.end(tokenHash, { at, by: agent.id });
      takeCookie(desk, reply);
      return { at };
    },
  );
}
