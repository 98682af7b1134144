import { z } from 'zod';
import { speaking } from '../../../bot/desk/plans.ts';
import { type Taken, takeStep } from '../../../bot/desk/take-step.ts';
import type { FileRef } from '../../../bot/message.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { answeredTickets } from '../../mail/answered-tickets.ts';
import { withDelivery } from '../../mail/with-delivery.ts';
import { Caption, MessageId } from '../../schema/fields.ts';
import { NO_BODY } from '../fields.ts';
import { answerTaken } from './answer-taken.ts';
import { Conflict, Moved, TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

const Said = z
  .object(
    {
      id: MessageId,
      text: Caption,
      pictures: z
        .array(z.string().regex(/^[\w-]{1,80}$/))
        .max(4, '一次最多发 4 张图片。')
        .default([])
        .meta({ description: '先放好的图片的编号' }),
    },
    NO_BODY,
  )
  .refine(({ text, pictures }) => text !== '' || pictures.length > 0, '请写一句话，或者放上图片。');

/** An agent's words to the person. They take what nobody has, and answer its open 留言; the same id and text again changes nothing. */
export function sayRoute(scope: Http, work: Work): void {
  scope.post(
    '/talks/:talk/messages',
    {
      schema: {
        tags: ['console'],
        summary: '对用户说一句话；没有人接待的对话同时接入',
        security: WITH_SESSION,
        params: TalkParams,
        body: Said,
        response: { 200: Moved, 409: Conflict, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { text, pictures } = request.body;
      const agent = await atDesk(request, work);
      const at = work.clock().toISOString();
      const { talk } = request.params;
      const message = {
        id: `desk:${agent.id}:${request.body.id}`,
        digest: work.seal.digest([text, ...pictures].join('\n')),
      };
      const before = await work.store.turn(talk, message.id);
      if (before) {
        if (before.digest !== message.digest) {
          throw new HttpError(409, 'id-reused', '这个消息编号已经用于另一条内容。请换一个编号再发。');
        }
        const now = await work.store.byId(talk);
        if (now) {
          const taken = { is: 'moved', case: now.case, lines: before.answered.messages } as const;
          return answerTaken(await told(talk, taken), work.people, reply);
        }
      }
      const files = await filesOf(talk, pictures);
      const saying = { text, message, ...(files.length > 0 && { files }) };
      const taken = await takeStep(work, talk, at, async (record) => {
        const { mailing, ...told } = record.told;
        const answers = await answeredTickets(work, talk, mailing);
        const mail = answers?.mail;
        return {
          ...speaking(record, agent, saying, at),
          ...(answers && { answers }),
          ...(mail !== mailing && { told: { ...told, ...(mail !== undefined && { mailing: mail }) } }),
        };
      });
      return answerTaken(await told(talk, taken), work.people, reply);
    },
  );

  async function told(talk: string, taken: Taken): Promise<Taken> {
    return taken.is === 'moved' ? { ...taken, lines: await withDelivery(work, talk, taken.lines) } : taken;
  }

  async function filesOf(talk: string, pictures: readonly string[]): Promise<readonly FileRef[]> {
    const kept = await Promise.all(pictures.map((id) => work.vault.get(talk, id)));
    return kept.map((file) => {
      if (!file) throw new HttpError(400, 'bad-request', '有一张图片不在了，请重新放一次再发。');
      const { id, name, type, size } = file;
      return { id, name, type, size };
    });
  }
}
