import { z } from 'zod';
import { mask } from '../../text/mask.ts';
import type { Http } from '../http.ts';
import { NO_BODY } from '../schema/fields.ts';
import { DeviceSchema } from '../schema/talk.ts';
import { recordOf } from './authenticate.ts';
import { problems, WITH_TOKEN } from './documented.ts';
import { perTalk } from './limit.ts';
import { phoneOfBrowser } from './phone-of-browser.ts';
import type { Web } from './web.ts';

const Context = z.object(
  {
    page: z
      .string('page 要是一段文字，也就是页面的地址。')
      .max(2000, 'page 最多 2000 个字符。')
      .transform(mask)
      .optional(),
    device: DeviceSchema.optional(),
    locale: z
      .string('locale 要是一段文字，例如 zh-CN。')
      .regex(/^[A-Za-z\d-]{1,35}$/, 'locale 要像 zh-CN 这样写。')
      .optional(),
  },
  NO_BODY,
);

/** What the page tells of itself. Each call adds to what was told before. */
export function contextRoute(app: Http, web: Web): void {
  app.post(
    '/context',
    {
      config: perTalk(web),
      schema: {
        tags: ['talks'],
        summary: '页面、设备和语言；没有写到的保持不变',
        security: WITH_TOKEN,
        body: Context,
        response: { 200: z.looseObject({}), ...problems(400, 401, 415, 429) },
      },
    },
    async (request) => {
      const { id, context } = recordOf(request);
      const phone = phoneOfBrowser(request.headers['user-agent']);
      const { device } = request.body;
      const next = { ...context, ...request.body, ...(device && phone && { device: { ...device, phone } }) };
      await web.store.setContext(id, next);
      return next;
    },
  );
}
