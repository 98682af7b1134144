import { z } from 'zod';
import { sniff } from '../../../diagnostics/image/sniff.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { noTalk } from './answer-taken.ts';
import { TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

/** Bytes. */
const MOST = 20 * 1024 * 1024;
const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif' };

const Kept = z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.int() }).readonly();

/** Takes a picture that an agent is going to send: kept with the talk, sent by naming its id in a message. */
export function pictureRoute(scope: Http, work: Work): void {
  scope.register(async (own: Http) => {
    own.addContentTypeParser(/^image\//, { parseAs: 'buffer', bodyLimit: MOST }, (_request, body, done) =>
      done(null, body),
    );
    own.post(
      '/talks/:talk/pictures',
      {
        bodyLimit: MOST,
        schema: {
          tags: ['console'],
          summary: '放一张要发给用户的图片（请求体就是图片本身），得到它的编号',
          security: WITH_SESSION,
          params: TalkParams,
          response: { 201: Kept, ...problems(400, 401, 403, 404, 413, 415) },
        },
      },
      async (request, reply) => {
        await atDesk(request, work);
        const { talk } = request.params;
        if (!(await work.store.byId(talk))) throw noTalk();
        const bytes = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
        const format = await sniff(bytes);
        const type = TYPES[format];
        if (!type) throw new HttpError(415, 'unsupported-type', '只能发 jpg、png 或 gif 图片。');
        const file = { name: `客服图片.${format}`, type, bytes };
        return reply.code(201).send(await work.vault.put(talk, file, work.clock().toISOString()));
      },
    );
  });
}
