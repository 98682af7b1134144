import { z } from 'zod';
import { takeStep } from '../../bot/desk/take-step.ts';
import { storedText } from '../../bot/stored-text.ts';
import { newTicketId } from '../../bot/ticket-id.ts';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { answerLink } from '../mail/answer-link.ts';
import { NO_BODY, Text } from '../schema/fields.ts';
import { recordOf } from './authenticate.ts';
import { perTalk } from './limit.ts';
import type { Web } from './web.ts';

const CONTACT = '请留下 3 到 200 个字的联系方式，例如手机号或邮箱。';

const Left = z.object(
  {
    text: Text,
    contact: z
      .string(CONTACT)
      .trim()
      .refine((contact) => within(contact, 3, 200), CONTACT),
  },
  NO_BODY,
);

const Kept = z.object({
  ticket: z.string(),
  at: z.string(),
  link: z.string().exactOptional().meta({ description: '看回答的网页；没有设置 PUBLIC_URL 时没有' }),
});

/** A 留言 for the people of the desk: its text is masked, its contact sealed before anything is stored. */
export function ticketRoute(app: Http, web: Web): void {
  app.post(
    '/ticket',
    {
      config: perTalk(web),
      schema: {
        tags: ['talks'],
        summary: '给客服留言；联系方式加密保存',
        security: WITH_TOKEN,
        body: Left,
        response: { 201: Kept, ...problems(400, 401, 413, 415, 429) },
      },
    },
    async (request, reply) => {
      const { text, contact } = request.body;
      const [ticket, at] = [newTicketId(), web.clock().toISOString()];
      const { id } = recordOf(request);
      await web.store.addTicket(id, {
        id: ticket,
        at,
        text: storedText(text, [contact]),
        contact: web.seal.seal(contact),
      });
      // Who waits keeps the place, and who is with an agent stays there.
      await takeStep(web, id, at, ({ case: { state, owner } }) => ({
        steps:
          owner !== null || state === 'queued' || state === 'ringing' ? [] : [{ is: 'leave-ticket', reason: null, at }],
      }));
      const link = answerLink(ticket, web.links);
      return reply.code(201).send({ ticket, at, ...(link !== undefined && { link }) });
    },
  );
}

function within(text: string, least: number, most: number): boolean {
  const { length } = [...text];
  return length >= least && length <= most;
}
