import type { Seal } from '../../bot/ports.ts';
import { contactsIn } from '../../bot/understanding/contact.ts';

/** The e-mail address in the sealed contact of a 留言; undefined where it holds none, or was sealed with a lost key. */
export function emailOf(contact: string, seal: Pick<Seal, 'open'>): string | undefined {
  return contactsIn(opened(contact, seal)).find((one) => one.includes('@'));
}

function opened(contact: string, seal: Pick<Seal, 'open'>): string {
  try {
    return seal.open(contact);
  } catch {
    return '';
  }
}
