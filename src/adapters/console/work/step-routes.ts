import { z } from 'zod';
import {
  type Agent as AtDesk,
  claiming,
  closing,
  followingUp,
  returning,
  takingOver,
  transferring,
} from '../../../bot/desk/plans.ts';
import { type Plan, takeStep } from '../../../bot/desk/take-step.ts';
import type { TalkRecord } from '../../../bot/talk-record.ts';
import { CODES } from '../../../handoff/case.ts';
import { chinaTime } from '../../../text/china-time.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import type { Role } from '../../store/agent.ts';
import { allow } from '../allow.ts';
import { NO_BODY } from '../fields.ts';
import { answerTaken } from './answer-taken.ts';
import { Conflict, Moved, TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

const Due = z.iso.datetime({ error: 'due 要是一个时间，例如 2026-03-02T06:00:00.000Z。' });

/** What agents do to a case, each one compare-and-set: 200 with the new state, or 409 with the state as it is. */
export function stepRoutes(scope: Http, work: Work): void {
  step(
    'claim',
    '接入：还没有人接待的',
    z.object({}).nullish(),
    (_body, agent, at) => (record) => claiming(record, agent, at),
  );
  step(
    'take-over',
    '主管接手别人在接待的',
    z.object({}).nullish(),
    (_body, agent, at) => (record) => takingOver(record, agent, at),
    'supervisor',
  );
  step(
    'transfer',
    '转给另一位客服（to 是 TA 的 id）；to 是 null 就放回队伍最前面',
    z.object({ to: z.string({ error: 'to 要是一位客服的 id，或者 null。' }).nullable() }, NO_BODY),
    ({ to }, agent, at) =>
      async (record) => {
        await refuseUnknown(to);
        return transferring(record, agent, to, at);
      },
  );
  step(
    'return',
    '交回给机器人，带上小结',
    z.object({ summary: z.string({ error: 'summary 要是一段文字。' }).max(2_000).default('') }, NO_BODY),
    ({ summary }, agent, at) =>
      () =>
        returning(agent, summary, at),
  );
  step(
    'close',
    '结束这次服务',
    z.object({ code: z.enum(CODES, { error: `code 要是 ${CODES.join('、')} 中的一个。` }) }, NO_BODY),
    ({ code }, agent, at) =>
      () =>
        closing(agent, code, at),
  );
  step(
    'follow-up',
    '约好时间再看；到时候回到队伍最前面',
    z.object({ due: Due }, NO_BODY),
    ({ due }, agent, at) =>
      () => {
        refusePast(due, at);
        return followingUp(agent, due, chinaTime(due), at);
      },
  );
  step('snooze', '先放一放；用户说话或时间到了就回来', z.object({ due: Due }, NO_BODY), ({ due }, agent, at) => () => {
    refusePast(due, at);
    return { by: agent.id, steps: [{ is: 'snooze', agent: agent.id, due, at }] };
  });

  async function refuseUnknown(to: string | null): Promise<void> {
    const agent = to === null ? undefined : await work.people.agents.byId(to);
    if (to === null || (agent && agent.disabledAt === null && agent.role !== 'editor')) return;
    throw new HttpError(400, 'bad-request', '没有这位客服，或者 TA 的帐号已停用。');
  }

  function step<Body extends z.ZodType>(
    name: string,
    summary: string,
    body: Body,
    plan: (body: z.output<Body>, agent: AtDesk, at: string) => (record: TalkRecord) => Plan | Promise<Plan>,
    ...roles: readonly Role[]
  ): void {
    scope.post(
      `/talks/:talk/${name}`,
      {
        ...(roles.length > 0 && { onRequest: allow(...roles) }),
        schema: {
          tags: ['console'],
          summary,
          security: WITH_SESSION,
          params: TalkParams,
          body,
          response: { 200: Moved, 409: Conflict, ...problems(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        const agent = await atDesk(request, work);
        const at = work.clock().toISOString();
        const planned = plan(request.body as z.output<Body>, agent, at);
        return answerTaken(await takeStep(work, request.params.talk, at, planned), work.people, reply);
      },
    );
  }
}

function refusePast(due: string, at: string): void {
  if (Date.parse(due) > Date.parse(at)) return;
  throw new HttpError(400, 'bad-request', '约的时间已经过去了，请选一个以后的时间。');
}
