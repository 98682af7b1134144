import { z } from 'zod';
import { problems } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { NO_BODY } from '../../schema/fields.ts';
import { hashToken, newToken } from '../../token.ts';
import { perAddress } from '../limit.ts';
import type { Web } from '../web.ts';

const NO_CODE = 'code 要是二维码里的那一段。';
const Session = z.object({ talk: z.string(), token: z.string() });
/** Of a conversation in a messenger there is no token yet. */
const Sealed = z.object({ talk: z.string(), token: z.string().optional() });

/** Goes on with a conversation on the device that read the QR code. A used, an old and a wrong code look alike. */
export function phoneRoute(app: Http, web: Web): void {
  app.post(
    '/api/phone',
    {
      config: perAddress(web),
      schema: {
        tags: ['talks'],
        summary: '用二维码里的码接着对话；一个码只能用一次',
        body: z.object({ code: z.string(NO_CODE).max(100, NO_CODE) }, NO_BODY),
        response: { 200: Session, ...problems(400, 404, 413, 415, 429) },
      },
    },
    async (request) => {
      const sealed = await web.store.takeCode(hashToken(request.body.code), web.clock().toISOString());
      if (sealed === undefined) {
        throw new HttpError(404, 'not-found', '这个二维码已经用过或者过期了，请在电脑上再打开一次。');
      }
      const { talk, token = newToken() } = Sealed.parse(JSON.parse(web.seal.open(sealed)));
      await web.store.setToken(talk, hashToken(token));
      return { talk, token };
    },
  );
}
