import { z } from 'zod';
import { assigning } from '../../../bot/desk/assigning.ts';
import { takeStep } from '../../../bot/desk/take-step.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { allow } from '../allow.ts';
import { NO_BODY } from '../fields.ts';
import { answerTaken } from './answer-taken.ts';
import { Conflict, Moved, TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

const To = z.object({ to: z.string({ error: 'to 要是一位客服的 id，或者 null。' }).nullable() }, NO_BODY);

/** A supervisor gives what waits, or what another has, to an agent, without having it first. */
export function assignRoute(scope: Http, work: Work): void {
  scope.post(
    '/talks/:talk/assign',
    {
      onRequest: allow('supervisor'),
      schema: {
        tags: ['console'],
        summary: '主管指派排队或别人在接待的对话：给 TA 振铃 30 秒；to 是 null 就放回队伍',
        security: WITH_SESSION,
        params: TalkParams,
        body: To,
        response: { 200: Moved, 409: Conflict, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const by = await atDesk(request, work);
      const { to } = request.body;
      const agent = to === null ? undefined : await work.people.agents.byId(to);
      if (to !== null && (!agent || agent.disabledAt !== null || agent.role === 'editor')) {
        throw new HttpError(400, 'bad-request', '没有这位客服，或者 TA 的帐号已停用。');
      }
      const at = work.clock().toISOString();
      const taken = await takeStep(work, request.params.talk, at, (record) => {
        if (to !== null && record.case.owner === to) {
          throw new HttpError(400, 'bad-request', '这个对话已经由 TA 在接待。');
        }
        return assigning(record, by, to, at);
      });
      return answerTaken(taken, work.people, reply);
    },
  );
}
