import { z } from 'zod';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { attachment } from './attachment.ts';
import { recordOf } from './authenticate.ts';
import type { Web } from './web.ts';

/** What a browser may show as a picture, with the ending of its name; everything else is only saved. */
const SHOWN: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' };
const OTHER = 'application/octet-stream';

const Bytes = z.custom<Buffer>().meta({ type: 'string', format: 'binary' });

/** A picture of this talk, for its person alone: never cached, never run, saved under its own name. */
export function filesRoute(app: Http, web: Web): void {
  app.get<{ Params: { id: string } }>(
    '/files/:id',
    {
      schema: {
        tags: ['talks'],
        summary: '取一张图片：files 里的 id；最多保存 7 天',
        security: WITH_TOKEN,
        response: {
          200: {
            description: '图片',
            content: Object.fromEntries([...Object.keys(SHOWN), OTHER].map((type) => [type, { schema: Bytes }])),
          },
          ...problems(401, 404),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const file = /^[\w-]+$/.test(id) ? await web.vault.get(recordOf(request).id, id) : undefined;
      if (!file) throw new HttpError(404, 'not-found', '这张图片不在了：图片最多保存 7 天。需要的话，请再发一次。');
      const ending = SHOWN[file.type];
      reply.headers({
        'content-disposition': attachment(file.name, `picture.${ending ?? 'bin'}`),
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      });
      return reply.type(ending ? file.type : OTHER).send(Buffer.from(file.bytes));
    },
  );
}
