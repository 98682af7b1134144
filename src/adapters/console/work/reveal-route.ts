import { z } from 'zod';
import { storedText } from '../../../bot/stored-text.ts';
import { problems, WITH_SESSION } from '../../documented.ts';
import type { Http } from '../../http.ts';
import { HttpError } from '../../http-error.ts';
import { NO_BODY } from '../fields.ts';
import { noTalk } from './answer-taken.ts';
import { TalkParams } from './schema.ts';
import { atDesk, type Work } from './work.ts';

const Shown = z.object({
  item: z.string(),
  value: z.string().exactOptional().meta({ description: '联系方式' }),
  file: z
    .object({ name: z.string(), type: z.string(), base64: z.string() })
    .exactOptional()
    .meta({ description: '图片' }),
});

const Wanted = z.object(
  {
    item: z
      .string({ error: 'item 要写看哪一项：contact:留言编号，或 picture:图片编号。' })
      .regex(/^(contact|picture):[\w-]{1,80}$/, 'item 要写看哪一项：contact:留言编号，或 picture:图片编号。'),
    reason: z
      .string({ error: '请写明为什么要看。' })
      .trim()
      .min(2, '请写明为什么要看，至少 2 个字。')
      .max(200, '原因最多 200 个字。'),
  },
  NO_BODY,
);

/** Shows one thing that is otherwise hidden: logged with who and why before it is shown. */
export function revealRoute(scope: Http, work: Work): void {
  scope.post(
    '/talks/:talk/reveal',
    {
      schema: {
        tags: ['console'],
        summary: '看一项遮住的内容：要写原因，会被记录',
        security: WITH_SESSION,
        params: TalkParams,
        body: Wanted,
        response: { 200: Shown, ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { id: who } = await atDesk(request, work);
      const { talk } = request.params;
      const { item } = request.body;
      const reason = storedText(request.body.reason);
      if (!(await work.store.byId(talk))) throw noTalk();
      const shown = await original(talk, item);
      if (!shown) throw new HttpError(404, 'not-found', '这一项不在了，可能已经过期或者被用户删除。');
      const at = work.clock().toISOString();
      await work.people.audit.add({ at, who, what: 'reveal', talk, detail: { item, reason } });
      await work.store.note(talk, { kind: 'event', author: who, body: { what: 'reveal', item, reason } }, at);
      work.bus.publish(talk);
      return { item, ...shown };
    },
  );

  async function original(talk: string, item: string): Promise<Omit<z.output<typeof Shown>, 'item'> | undefined> {
    const [kind, id = ''] = item.split(':');
    if (kind === 'contact') {
      const ticket = (await work.store.ticketsOf(talk)).find((one) => one.id === id);
      return ticket && { value: work.seal.open(ticket.contact) };
    }
    const file = await work.vault.get(talk, id);
    return file && { file: { name: file.name, type: file.type, base64: Buffer.from(file.bytes).toString('base64') } };
  }
}
