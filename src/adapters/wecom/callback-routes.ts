import type { Http } from '../http.ts';
import { HttpError } from '../http-error.ts';
import { aesKeyOf } from '../vendor/callback/aes-key.ts';
import { callbackQuery, isFresh } from '../vendor/callback/callback-query.ts';
import { bodyText, takeRawBodies } from '../vendor/callback/raw-bodies.ts';
import { readFields } from '../vendor/callback/read-fields.ts';
import { type CallbackSecrets, openCallback } from '../vendor/callback/sealed-callback.ts';
import type { WecomConfig } from '../vendor/channel-configs.ts';

interface CallbackParts {
  readonly app: Http;
  readonly config: WecomConfig;
  readonly now: () => Date;
  /** An account rang. WeCom is answered once it resolves, and rings again where it throws. */
  readonly rang: (account: string, token: string) => Promise<void>;
}

const HIDDEN = { schema: { hide: true } } as const;

/** Where WeCom calls: `/wecom`. Its callbacks only say that there is something to be fetched, and are always sealed. */
export function callbackRoutes({ app, config, now, rang }: CallbackParts): void {
  const secrets: CallbackSecrets = { token: config.token, receiver: config.corpId, keys: [aesKeyOf(config.aesKey)] };
  const opened = (asked: unknown, sealed: string | undefined): string => {
    const query = callbackQuery(asked);
    const found = openCallback(secrets, query, sealed ?? query.echostr);
    if (found === 'signature' || !isFresh(query, now())) {
      throw new HttpError(403, 'signature', '签名不对或已过期：请核对 WECOM_TOKEN，以及服务器的时间。');
    }
    if (found === 'key') {
      throw new HttpError(403, 'sealed', '内容解不开：请核对 WECOM_AES_KEY 和 WECOM_CORP_ID。');
    }
    return found.text;
  };
  app.register(async (scope) => {
    takeRawBodies(scope);
    scope.get('/wecom', HIDDEN, async (request, reply) =>
      reply.type('text/plain; charset=utf-8').send(opened(request.query, undefined)),
    );
    scope.post('/wecom', HIDDEN, async (request, reply) => {
      const sealed = readFields(bodyText(request.body))?.fields.Encrypt;
      if (sealed === undefined) throw new HttpError(400, 'bad-request', '这不是企业微信的回调。');
      const told = readFields(opened(request.query, sealed))?.fields;
      const { Event, OpenKfId, Token } = told ?? {};
      if (Event === 'kf_msg_or_event' && OpenKfId && Token) await rang(OpenKfId, Token);
      return reply.type('text/plain; charset=utf-8').send('success');
    });
  });
}
