import { z } from 'zod';
import { storedText } from '../../bot/stored-text.ts';
import { mask } from '../../text/mask.ts';
import { maskedAddress } from '../../text/masked-address.ts';
import { problems, WITH_TOKEN } from '../documented.ts';
import type { Http } from '../http.ts';
import { NO_BODY } from '../schema/fields.ts';
import { DeviceSchema } from '../schema/talk.ts';
import { recordOf } from './authenticate.ts';
import { identityOf } from './identity.ts';
import { perTalk } from './limit.ts';
import { phoneOfBrowser } from './phone-of-browser.ts';
import type { Web } from './web.ts';

const Context = z.object(
  {
    page: z
      .string('page 要是一段文字，也就是页面的地址。')
      .max(2000, 'page 最多 2000 个字符。')
      .transform(maskedAddress)
      .optional(),
    device: DeviceSchema.optional(),
    locale: z
      .string('locale 要是一段文字，例如 zh-CN。')
      .regex(/^[A-Za-z\d-]{1,35}$/, 'locale 要像 zh-CN 这样写。')
      .optional(),
    user: z
      .string('user 要是一段文字，也就是您网站上这个用户的编号。')
      .min(1, 'user 不能是空的。')
      .max(200, 'user 最多 200 个字符。')
      .optional()
      .meta({ description: '您网站上这个用户的编号；只用来找到同一个人的其他对话，编号本身不保存' }),
    signature: z
      .string('signature 要是一段文字。')
      .max(200, 'signature 最多 200 个字符。')
      .optional()
      .meta({ description: '用 IDENTITY_SECRET 对 user 做的 HMAC-SHA256，十六进制或 base64url，要在您的服务器上算' }),
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
        summary: '页面、设备、语言和登录身份；没有写到的保持不变',
        security: WITH_TOKEN,
        body: Context,
        response: { 200: z.looseObject({}), ...problems(400, 401, 415, 429) },
      },
    },
    async (request) => {
      const { id, context } = recordOf(request);
      const phone = phoneOfBrowser(request.headers['user-agent']);
      const { user, signature, ...told } = request.body;
      const device = told.device && maskedDevice(told.device);
      const identity = identityOf({ user, signature }, web.identitySecret, web.seal);
      const next = { ...context, ...told, ...(device && { device: { ...device, ...(phone && { phone }) } }) };
      await web.store.setContext(id, next);
      if (identity !== undefined) await web.store.setIdentity(id, identity);
      return next;
    },
  );
}

/** Whatever a page tells of itself here, like the title that it shows, may name somebody. */
function maskedDevice(device: z.output<typeof DeviceSchema>): z.output<typeof DeviceSchema> {
  return Object.fromEntries(
    Object.entries(device).map(([name, value]) => [
      storedText(name),
      typeof value === 'string' ? storedText(value) : typeof value === 'number' ? maskedNumber(value) : value,
    ]),
  );
}

/** A telephone number is no measure of a device. */
function maskedNumber(value: number): number | string {
  const masked = mask(String(value));
  return masked === String(value) ? value : masked;
}
