import cookie from '@fastify/cookie';
import type { Lock } from '../../bot/ports.ts';
import type { Http } from '../http.ts';
import { countLimits } from '../http-limit.ts';
import { memoryLock } from '../lock/memory-lock.ts';
import { agentsRoutes } from './agents-routes.ts';
import { auditRoute } from './audit-route.ts';
import { authenticateAgent } from './authenticate-agent.ts';
import { consolePage } from './console-page.ts';
import type { Desk, DeskOptions } from './desk.ts';
import { passwordRoute } from './password-route.ts';
import { sessionRoutes, signInRoute } from './session-routes.ts';
import { totpRoutes } from './totp-routes.ts';

/** The agents' desk: its page at `/console`, its API under `/api/console`. Made before the server listens, which takes no routes afterwards. */
export function consoleDesk({ app, routes, lock, ...options }: DeskOptions): void {
  // Guesses spread over the instances are checked one by one, too, and counted.
  const checking: Lock = lock ? { run: (name, job) => lock.run(`sign-in ${name}`, job) } : memoryLock();
  const desk: Desk = { ...options, checking };
  app.register(consolePage);
  app.register(
    async (scope: Http) => {
      await scope.register(cookie);
      await countLimits(scope, desk);
      scope.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      });
      signInRoute(scope, desk);
      await scope.register(async (own: Http) => {
        authenticateAgent(own, desk);
        sessionRoutes(own, desk);
        passwordRoute(own, desk);
        totpRoutes(own, desk);
        agentsRoutes(own, desk);
        auditRoute(own, desk);
        await routes?.(own);
      });
    },
    { prefix: '/api/console' },
  );
}
