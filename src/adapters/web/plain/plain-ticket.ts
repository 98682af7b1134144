import { storedText } from '../../../bot/stored-text.ts';
import { newTicketId } from '../../../bot/ticket-id.ts';
import type { Web } from '../web.ts';
import type { PlainPage } from './plain-html.ts';

const LONGEST = 2_000;
const CONTACT = { least: 3, most: 200 };

/** Keeps a 留言 of the plain page, once however often its form is sent; what is wrong with it comes back with it. */
export async function plainTicket(
  talk: string,
  left: NonNullable<PlainPage['ticket']>,
  { store, seal, clock }: Pick<Web, 'store' | 'seal' | 'clock'>,
): Promise<Pick<PlainPage, 'problem' | 'ticket' | 'done'>> {
  const problem = wrongWith(left);
  if (problem !== undefined) return { problem, ticket: left };
  const { contact } = left;
  const text = storedText(left.text, [contact]);
  const kept = (await store.ticketsOf(talk)).find((one) => one.text === text && seal.open(one.contact) === contact);
  const id = kept?.id ?? newTicketId();
  if (!kept) await store.addTicket(talk, { id, at: clock().toISOString(), text, contact: seal.seal(contact) });
  return { done: `留言已交给客服，编号 ${id}。联系方式已加密保存。` };
}

function wrongWith({ text, contact }: NonNullable<PlainPage['ticket']>): string | undefined {
  const length = [...text].length;
  if (length === 0) return '请写一两句要办的事。';
  if (length > LONGEST) return `您写了 ${length} 个字，最多 ${LONGEST} 个字，请删减一下。`;
  const signs = [...contact].length;
  if (signs < CONTACT.least || signs > CONTACT.most) return '请留下 3 到 200 个字的联系方式，例如手机号或邮箱。';
  return undefined;
}
