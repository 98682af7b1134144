import type { FastifyRequest } from 'fastify';
import type { Store } from '../../bot/ports.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { hashToken } from '../token.ts';

const RECORD = 'talkRecord';

/**
 * Lets only the holder of a talk's token to the routes of this scope, before their bodies are read. A wrong token, one
 * of another talk and a talk that does not exist are refused alike.
 */
export function authenticate(scope: Http, store: Store): void {
  scope.decorateRequest(RECORD, null);
  scope.addHook<{ Params: { talk: string } }>('onRequest', async (request) => {
    const token = /^Bearer +([\w-]{1,128})$/i.exec(request.headers.authorization ?? '')?.[1];
    const record = token && (await store.byToken(request.params.talk, hashToken(token)));
    if (!record) throw unauthorized();
    request.setDecorator(RECORD, record);
  });
}

/** The talk as it was when the request came in. */
export function recordOf(request: FastifyRequest): TalkRecord {
  return request.getDecorator<TalkRecord>(RECORD);
}

export function unauthorized(): HttpError {
  return new HttpError(401, 'unauthorized', '这个对话打不开：凭证不对，或者对话已经删除。请开始一个新的对话。', {
    headers: { 'www-authenticate': 'Bearer' },
  });
}
