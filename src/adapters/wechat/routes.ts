import type { ServerResponse } from 'node:http';
import { HttpError } from '../http-error.ts';
import { callbackQuery, isFresh } from '../vendor/callback/callback-query.ts';
import { bodyText, takeRawBodies } from '../vendor/callback/raw-bodies.ts';
import { complaints } from './complain.ts';
import { isPlatforms, openPush, secretsOf } from './open-push.ts';
import type { PassiveAnswer } from './passive-answer.ts';
import { type Pushed, readPush } from './read-push.ts';
import { seenBodies } from './seen-bodies.ts';
import type { Wechat } from './wechat.ts';

/** Bytes of a push; in 兼容模式 everything comes twice, once in Base64. */
const PUSH_MOST = 64 * 1024;

/** What the platform takes for: received, nothing to say. */
const NOTHING = 'success';

/** The one address that the platform knows. What is not its own is refused before it has any effect. */
export function wechatRoutes(
  { config, parts }: Wechat,
  answer: (pushed: Pushed, response: ServerResponse) => Promise<PassiveAnswer | undefined>,
): void {
  const secrets = secretsOf(config);
  const complain = complaints(parts);
  const seen = seenBodies(parts.time);
  const refused = (): HttpError => new HttpError(403, 'forbidden', '签名不符。');
  parts.app.register(async (scope) => {
    takeRawBodies(scope);

    scope.get('/wechat', { schema: { hide: true } }, async (request, reply) => {
      const query = callbackQuery(request.query);
      const isOurs = isPlatforms(secrets, query);
      if (!isOurs || !isFresh(query, parts.time.now())) {
        complain(isOurs ? 'stale' : 'signature');
        throw refused();
      }
      return reply.type('text/plain; charset=utf-8').send(query.echostr ?? '');
    });

    scope.post('/wechat', { schema: { hide: true } }, async (request, reply) => {
      const now = parts.time.now();
      const query = callbackQuery(request.query);
      const body = bodyText(request.body);
      if (query.encrypt_type !== 'aes' && Buffer.byteLength(body) > PUSH_MOST)
        throw new HttpError(413, 'too-large', '内容太长了。');
      const push = openPush(secrets, query, body, now);
      if (typeof push === 'string') {
        complain(push);
        if (push === 'unreadable') throw new HttpError(400, 'bad-request', '内容读不懂。');
        throw refused();
      }
      if (!push.isSealed && !seen.isFirstOrSame(query.signature ?? '', body)) throw refused();
      reply.type('text/plain; charset=utf-8');
      const pushed = readPush(push.fields);
      const content = pushed && (await answer(pushed, reply.raw));
      if (!content) return reply.send(NOTHING);
      const at = parts.time.now();
      const head = { ToUserName: pushed.openid, FromUserName: pushed.account, CreateTime: seconds(at) };
      return reply.type('application/xml; charset=utf-8').send(push.write({ ...head, ...content }, at));
    });
  });
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
