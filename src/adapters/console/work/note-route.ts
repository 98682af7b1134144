import { z } from 'zod';
import { storedText } from '../../../bot/stored-text.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { Text } from '../../schema/fields.ts';
import { NO_BODY } from '../fields.ts';
import { noTalk } from './answer-taken.ts';
import { TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

/** A note for colleagues, masked; and blocking a visitor who abuses the desk. */
export function noteRoutes(scope: Http, work: Work): void {
  scope.post(
    '/talks/:talk/note',
    {
      schema: {
        tags: ['console'],
        summary: '写一条备注，用户看不到',
        security: WITH_SESSION,
        params: TalkParams,
        body: z.object({ text: Text }, NO_BODY),
        response: { 201: z.object({ at: z.string() }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { id } = await atDesk(request, work);
      const { talk } = request.params;
      if (!(await work.store.byId(talk))) throw noTalk();
      const at = work.clock().toISOString();
      await work.store.note(talk, { kind: 'note', author: id, body: { text: storedText(request.body.text) } }, at);
      work.bus.publish(talk);
      return reply.code(201).send({ at });
    },
  );

  scope.post(
    '/talks/:talk/block',
    {
      schema: {
        tags: ['console'],
        summary: '停用或恢复一个对话：停用后它的用户不能再发消息',
        security: WITH_SESSION,
        params: TalkParams,
        body: z.object({ blocked: z.boolean({ error: 'blocked 要是 true 或 false。' }) }, NO_BODY),
        response: { 200: z.object({ blocked: z.boolean() }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { id } = await atDesk(request, work);
      const { talk } = request.params;
      if (!(await work.store.byId(talk))) throw noTalk();
      const { blocked } = request.body;
      const at = work.clock().toISOString();
      await work.store.block(talk, blocked ? at : null);
      await work.store.note(talk, { kind: 'event', author: id, body: { what: blocked ? 'block' : 'unblock' } }, at);
      work.bus.publish(talk);
      return { blocked };
    },
  );
}
