import multipart from '@fastify/multipart';
import { z } from 'zod';
import type { Picture } from '../../bot/message.ts';
import { TurnError } from '../../bot/turn-error.ts';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { Caption, MessageId, NO_BODY, Text } from '../schema/fields.ts';
import { AnsweredSchema } from '../schema/talk.ts';
import { recordOf, unauthorized } from './authenticate.ts';
import { MOST_PICTURES, readForm, refuseLarge } from './form.ts';
import { inTime } from './in-time.ts';
import { perTalk } from './limit.ts';
import type { Web } from './web.ts';

/** How long one turn may take, in milliseconds. It goes on afterwards: the same id fetches its answer. */
const LONGEST = 30_000;

const Written = z.object({ id: MessageId, text: Text }, NO_BODY);

const Shown = z
  .object({
    id: MessageId,
    text: Caption.default(''),
    consent: z
      .enum(['yes', 'no', ''], 'consent 只能写 yes，表示同意查看和保存图片；不同意就不要写。')
      .optional()
      .meta({ description: 'yes：同意查看和保存图片' }),
    picture: z
      .array(z.custom<Picture>().meta({ type: 'string', format: 'binary' }))
      .default([])
      .meta({ maxItems: MOST_PICTURES, description: '图片，每张不超过 20 MB；类型按内容认' }),
  })
  .refine(({ text, picture }) => text !== '' || picture.length > 0, '请先写下您的问题，或者选一张图片。');

/** Something a person says, as JSON or, with pictures, as a form; and our answer to it. */
export async function messagesRoute(app: Http, web: Web): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false });
  app.post(
    '/messages',
    {
      config: perTalk(web),
      schema: {
        tags: ['talks'],
        summary: '发一条消息，得到回答；同一个 id 和内容再发一次，得到一样的回答，什么也不会变',
        security: WITH_TOKEN,
        body: { content: { 'application/json': { schema: Written }, 'multipart/form-data': { schema: Shown } } },
        response: { 200: AnsweredSchema, ...problems(400, 401, 409, 413, 415, 429, 503) },
      },
      onRequest: async (request) => {
        refuseBarePicture(request.headers['content-type'] ?? '');
        refuseLarge(request);
      },
      preValidation: async (request, reply) => {
        if (request.isMultipart()) request.body = await readForm(request, reply, web);
        // Nothing at all has no type to be checked by.
        if (request.body === undefined) throw new HttpError(400, 'bad-request', NO_BODY.error);
      },
    },
    async (request) => {
      const said = request.body as z.output<typeof Written> | z.output<typeof Shown>;
      const { talk } = recordOf(request);
      const at = web.clock().toISOString();
      // Whoever came here out of a messenger reads the answer here.
      const common = { id: said.id, at, talk, text: said.text, ...(talk.channel !== 'web' && { fetched: true }) };
      const message =
        'picture' in said ? { ...common, pictures: said.picture, consents: said.consent === 'yes' } : common;
      return inTime(LONGEST, web.receive(message)).catch(refused);
    },
  );
}

function refuseBarePicture(type: string): void {
  if (!/^(multipart\/(?!form-data)|image\/)/i.test(type.trim())) return;
  throw new HttpError(415, 'unsupported-type', '图片要放在表单里发：multipart/form-data，字段名是 picture。');
}

/** What the turn refuses, with the status it deserves. Its sentences are for people already. */
function refused(error: unknown): never {
  if (!(error instanceof TurnError)) throw error;
  if (error.code === 'no-talk') throw unauthorized();
  if (error.code === 'id-reused') throw new HttpError(409, 'id-reused', error.message, { cause: error });
  throw new HttpError(503, 'busy', error.message, { cause: error, headers: { 'retry-after': '3' } });
}
