import type { FastifyReply } from 'fastify';
import { agentName } from '../../../bot/desk/desk-phrases.ts';
import type { Taken } from '../../../bot/desk/take-step.ts';
import { HttpError } from '../../http-error.ts';
import type { AgentStore } from '../../store/agent-store.ts';

/** The new state, or 409 with the state as it is and who has the talk. */
export async function answerTaken(taken: Taken, people: AgentStore, reply: FastifyReply) {
  if (taken.is === 'no-talk') throw noTalk();
  const { state, owner, epoch } = taken.case;
  if (taken.is === 'moved') return reply.send({ state, owner, epoch, messages: taken.lines });
  const holder = owner === null ? undefined : await people.agents.byId(owner);
  const ownerName = holder ? `${holder.name}（${agentName(holder.number)}）` : null;
  const message = ownerName ? `这个对话现在由${ownerName}接待。` : `这个对话现在的状态（${state}）不能这样做。`;
  return reply.code(409).send({ error: { code: 'conflict', message }, state, owner, ownerName, epoch });
}

export function noTalk(): HttpError {
  return new HttpError(404, 'not-found', '没有这个对话，可能已经被它的用户删除。');
}
