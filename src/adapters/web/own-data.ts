import type { Readable } from 'node:stream';
import { z } from 'zod';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { limit } from '../http-limit.ts';
import { ownDataFiles } from '../own-data/own-data.ts';
import { zip } from '../own-data/zip.ts';
import { attachment } from './attachment.ts';
import { recordOf } from './authenticate.ts';
import type { Web } from './web.ts';
import { beijingTime } from './write-transcript.ts';

/** Archives a minute for one talk: each reads all of its pictures. */
const MOST = 3;

const Archive = z.custom<Readable>().meta({ type: 'string', format: 'binary' });

/** What there is of its person in this conversation, to take along: a ZIP archive that is made while it is sent. */
export function ownDataRoute(app: Http, web: Web): void {
  app.get(
    '/data',
    {
      config: limit({
        max: web.rateLimit === null ? null : MOST,
        key: (request) => recordOf(request).id,
        told: (seconds) => `刚刚下载过，请等 ${seconds} 秒再下载。`,
      }),
      schema: {
        tags: ['talks'],
        summary: '下载我的数据（ZIP）：对话、图片原样、留言的联系方式原文、情况卡、评价',
        security: WITH_TOKEN,
        response: {
          200: { description: 'ZIP 压缩包', content: { 'application/zip': { schema: Archive } } },
          ...problems(401, 429),
        },
      },
    },
    async (request, reply) => {
      const record = recordOf(request);
      const now = web.clock();
      const files = await ownDataFiles({ ...web, knowledge: web.knowledge() }, record, now);
      await web.store.tookData(record.id, now.toISOString());
      const name = `备案助手-我的数据-${beijingTime(now.toISOString()).slice(0, 10)}.zip`;
      reply.headers({
        'content-disposition': attachment(name, 'my-data.zip'),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      });
      return reply.type('application/zip').send(zip(files));
    },
  );
}
