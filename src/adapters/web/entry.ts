import { z } from 'zod';
import { problems } from '../documented.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { PublicEntry } from '../schema/entry.ts';
import type { Web } from './web.ts';

/** An entry itself, for whoever wants to read what an answer rests on. Needs no talk: entries are public. */
export function entryRoute(app: Http, web: Web): void {
  app.get(
    '/api/entries/:number',
    {
      schema: {
        tags: ['talks'],
        summary: '一个条目的原文',
        params: z.object({ number: z.coerce.number('条目的编号要是一个整数。').int('条目的编号要是一个整数。') }),
        response: { 200: PublicEntry, ...problems(400, 404) },
      },
    },
    async (request) => {
      const entry = web.knowledge()?.entries().get(request.params.number);
      if (!entry) throw new HttpError(404, 'not-found', '没有这个条目。');
      const { number, title, sections, source } = entry;
      return { number, title, sections, source };
    },
  );
}
