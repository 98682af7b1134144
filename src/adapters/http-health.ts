import { z } from 'zod';
import type { Http } from './http.ts';
import { StoreError } from './store/store-error.ts';
import { troubled } from './store/troubled.ts';
import { within } from './within.ts';

/** Whether questions can be answered, and what is missing if not. More fields may say more. */
export interface Readiness {
  readonly ready: boolean;
  readonly why?: string;
  readonly [detail: string]: string | boolean | undefined;
}

/** Whoever looks after the health of instances waits no longer for an answer, in milliseconds. */
const PATIENCE = 2_000;

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
      const { ready, ...details } = await within(PATIENCE, readiness(), tooSlow).catch((error: unknown): Readiness => {
        request.log.warn({ err: error }, 'not ready');
        return { ready: false, why: whyNot(error) };
      });
      return reply.code(ready ? 200 : 503).send({ ready, ...details });
    },
  );
}

const WHY = {
  unreachable: '数据库连接不上，恢复以后服务会自己接着用。',
  slow: '数据库很久没有回答，恢复以后服务会自己接着用。',
  full: '数据库的磁盘满了，有了空间服务会自己接着用。',
  other: '检查没有完成，原因在日志里。',
} as const;

function tooSlow(): Readiness {
  return { ready: false, why: WHY.slow };
}

function whyNot(error: unknown): string {
  const known = troubled(error);
  const code = known instanceof StoreError ? known.code : 'other';
  return code in WHY ? WHY[code as keyof typeof WHY] : WHY.other;
}
