import { z } from 'zod';
import type { Http } from './http.ts';

/** Whether questions can be answered, and what is missing if not. More fields may say more. */
export interface Readiness {
  readonly ready: boolean;
  readonly why?: string;
  readonly [detail: string]: string | boolean | undefined;
}

const Ready = z.looseObject({ ready: z.boolean(), why: z.string().optional() });

/** `/healthz`: the process lives. `/readyz`: 200 once questions can be answered, else 503 with the reason. */
export function reportHealth(app: Http, readiness: () => Promise<Readiness>): void {
  app.get(
    '/healthz',
    { schema: { summary: '进程是否在运行', response: { 200: z.object({ ok: z.boolean() }) } } },
    () => ({
      ok: true,
    }),
  );
  app.get(
    '/readyz',
    { schema: { summary: '能否回答问题', response: { 200: Ready, 503: Ready } } },
    async (request, reply) => {
      const { ready, ...details } = await readiness().catch((error: unknown): Readiness => {
        request.log.warn({ err: error }, 'not ready');
        return { ready: false, why: '检查没有完成，原因在日志里。' };
      });
      return reply.code(ready ? 200 : 503).send({ ready, ...details });
    },
  );
}
