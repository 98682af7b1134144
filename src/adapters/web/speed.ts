import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { problems } from '../documented.ts';
import type { Http } from '../http.ts';
import { perAddress } from './limit.ts';
import type { Web } from './web.ts';

/** Bytes that come down, and the most that goes up: a second or two over a slow phone. */
export const SPEED_BYTES = 256 * 1024;

/** Noise, which no proxy can press together. */
const NOISE = randomBytes(SPEED_BYTES);

/** Lets a page measure whether the network carries a picture: bytes down, bytes up. Nothing is kept. */
export function speedRoutes(app: Http, web: Pick<Web, 'rateLimit'>): void {
  app.get('/api/speed', {
    config: perAddress(web),
    schema: {
      tags: ['talks'],
      summary: '测网速：下载 256 KB',
      response: {
        200: {
          description: '随机字节',
          content: { 'application/octet-stream': { schema: z.custom<Buffer>().meta({ type: 'string' }) } },
        },
        ...problems(429),
      },
    },
    handler: async (_request, reply) => reply.type('application/octet-stream').send(NOISE),
  });

  app.register(async (scope: Http) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: SPEED_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.post(
      '/api/speed',
      {
        config: perAddress(web),
        schema: {
          tags: ['talks'],
          summary: '测网速：上传最多 256 KB，不保存',
          response: { 200: z.object({ bytes: z.int() }), ...problems(413, 415, 429) },
        },
      },
      async ({ body }) => ({ bytes: Buffer.isBuffer(body) ? body.length : 0 }),
    );
  });
}
