import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { jsonIn } from './parse-card-click.ts';
import { isCardSigned, isRobotSigned } from './sign.ts';

/** Bytes of a body. */
const LIMIT = 1024 * 1024;

interface HttpRoutes {
  readonly clientSecret: string;
  /** What clicks on cards are signed with. */
  readonly cardSecret: string;
  readonly now: () => Date;
  /** Resolves once it is on disk. */
  readonly takeMessage: (body: unknown) => Promise<void>;
  /** Gives what becomes of the card. */
  readonly takeClick: (body: unknown) => Promise<object>;
}

/** Where DingTalk posts what it would push over a stream. Nothing of an unsigned call is read. */
export function httpRoutes(app: Http, { clientSecret, cardSecret, now, takeMessage, takeClick }: HttpRoutes): void {
  app.register(async (scope: Http) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<Buffer>('*', { parseAs: 'buffer', bodyLimit: LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    const post = (
      path: string,
      isSigned: (request: FastifyRequest) => boolean,
      take: (body: unknown) => Promise<object | undefined>,
    ): void => {
      scope.post(path, { schema: { hide: true } }, async (request, reply): Promise<FastifyReply> => {
        if (!isSigned(request)) throw new HttpError(401, 'unauthorized', '签名不符，或者已经过期。');
        const body = Buffer.isBuffer(request.body) ? jsonIn(request.body.toString('utf8')) : undefined;
        if (typeof body !== 'object' || body === null) throw new HttpError(400, 'bad-request', '内容不是 JSON。');
        return reply.type('application/json; charset=utf-8').send(JSON.stringify((await take(body)) ?? {}));
      });
    };
    post(
      '/dingtalk',
      ({ headers: { timestamp, sign } }) => isRobotSigned({ timestamp, sign }, clientSecret, now()),
      async (body) => {
        await takeMessage(body);
        return undefined;
      },
    );
    post(
      '/dingtalk/card',
      ({ headers }) => {
        const [timestamp, sign] = [headers['x-ddpaas-signature-timestamp'], headers['x-ddpaas-signature']];
        return isCardSigned({ timestamp, sign }, cardSecret, now());
      },
      takeClick,
    );
  });
}
