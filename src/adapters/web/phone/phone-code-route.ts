import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { problems, WITH_TOKEN } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { hashToken } from '../../token.ts';
import { recordOf } from '../authenticate.ts';
import { perTalk } from '../limit.ts';
import type { Web } from '../web.ts';

/** Milliseconds for which a code can be used. */
const LASTS = 3 * 60_000;

/** What a QR code holds. */
const Code = z.object({
  code: z.string().meta({ description: '放在链接的 # 后面：/#phone=…；3 分钟内用一次' }),
  until: z.string(),
});

/**
 * Hands a conversation to another device: a code for a QR code, good for three minutes and for one use. Stored are the
 * code's hash and the token, sealed; the code itself stands only after the `#` of an address, which no server sees.
 */
export function phoneCodeRoute(talk: Http, web: Web): void {
  talk.post(
    '/phone',
    {
      config: perTalk(web),
      schema: {
        tags: ['talks'],
        summary: '换到手机上继续：得到一个一次性的码',
        security: WITH_TOKEN,
        response: { 200: Code, ...problems(401, 429) },
      },
    },
    async (request) => {
      const { id } = recordOf(request);
      const token = (request.headers.authorization ?? '').replace(/^Bearer +/i, '');
      const code = randomBytes(16).toString('base64url');
      const now = web.clock();
      const until = new Date(now.getTime() + LASTS).toISOString();
      const sealed = web.seal.seal(JSON.stringify({ talk: id, token }));
      await web.store.keepCode({ hash: hashToken(code), talk: id, sealed, until }, now.toISOString());
      return { code, until };
    },
  );
}
