import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { problems } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { isAnswerKey, type Links } from '../mail/answer-link.ts';
import { answersTo } from '../mail/answers-to.ts';
import { projectRoot } from '../project-root.ts';
import { NO_BODY } from '../schema/fields.ts';
import { staticFiles } from '../static-files.ts';
import { perAddress } from './limit.ts';
import type { Web } from './web.ts';

const FILES = join(projectRoot, 'web', 'answer');
/** Lines of one talk that are looked through. */
const MOST = 10_000;
const NO_KEY = 'key 要写链接里 # 后面的那一段。';

const Shown = z.object({
  ticket: z.string(),
  at: z.string(),
  text: z.string().meta({ description: '留言，号码已遮住' }),
  answers: z
    .array(
      z.object({
        at: z.string(),
        name: z.string().meta({ description: '客服 07' }),
        text: z.string().meta({ description: 'Markdown，只有段落、列表、加粗和链接' }),
        pictures: z.int().exactOptional().meta({ description: '还有几张图片，只在原来的对话里看得到' }),
      }),
    )
    .meta({ description: '客服的回答，从早到晚；还没有回答时是空的' }),
});

/** A 留言 and its answers for whoever has the key of its link. A wrong key and a 留言 that is not there look alike. */
export function answerRoute(app: Http, web: Pick<Web, 'store' | 'rateLimit'>, { seal }: Links): void {
  app.post(
    '/api/answers/:ticket',
    {
      config: perAddress(web),
      schema: {
        tags: ['answers'],
        summary: '用留言的链接看回答；key 是链接里 # 后面的那一段',
        params: z.object({ ticket: z.string() }),
        body: z.object({ key: z.string(NO_KEY).max(200, NO_KEY) }, NO_BODY),
        response: { 200: Shown, ...problems(400, 404, 413, 415, 429) },
      },
    },
    async (request) => {
      const { ticket } = request.params;
      const talk = isAnswerKey(request.body.key, ticket, seal) ? await web.store.talkOf(ticket) : undefined;
      const all = talk === undefined ? [] : await web.store.ticketsOf(talk);
      const asked = all.find(({ id }) => id === ticket);
      if (talk === undefined || !asked) {
        throw new HttpError(404, 'not-found', '这个链接打不开：可能没有复制完整，或者这条留言已经删除。');
      }
      const answers = answersTo(asked, all, await web.store.lines(talk, 0, MOST));
      return {
        ticket,
        at: asked.at,
        text: asked.text,
        answers: answers.map(({ at, name = '客服', text, files = [] }) => ({
          at,
          name,
          text,
          ...(files.length > 0 && { pictures: files.length }),
        })),
      };
    },
  );
}

/** The page behind those links, its script and style under `/answer/`; what is told apart stands behind `#` and stays in the browser. */
export async function answerPage(app: FastifyInstance): Promise<void> {
  await staticFiles(app, { root: FILES, prefix: '/answer/' });
  app.get('/liuyan/:ticket', { schema: { hide: true } }, async (_request, reply) => reply.sendFile('index.html'));
}
