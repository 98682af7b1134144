import { z } from 'zod';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { allLines } from './all-lines.ts';
import { attachment } from './attachment.ts';
import { recordOf } from './authenticate.ts';
import type { Web } from './web.ts';
import { writeTranscript } from './write-transcript.ts';

/** The conversation to keep: plain text, masked as it is stored. */
export function transcriptRoute(app: Http, web: Web): void {
  app.get(
    '/transcript',
    {
      schema: {
        tags: ['talks'],
        summary: '下载对话记录（纯文本，号码已遮住）',
        security: WITH_TOKEN,
        response: {
          200: { description: '对话记录', content: { 'text/plain': { schema: z.string() } } },
          ...problems(401),
        },
      },
    },
    async (request, reply) => {
      const { id } = recordOf(request);
      const now = web.clock();
      const text = writeTranscript(await allLines(web.store, id), now);
      const name = `备案助手对话记录-${now.toISOString().slice(0, 10)}.txt`;
      reply.header('content-disposition', attachment(name, 'transcript.txt'));
      return reply.type('text/plain; charset=utf-8').serializer(String).send(text);
    },
  );
}
