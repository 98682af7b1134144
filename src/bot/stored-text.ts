import { mask } from '../text/mask.ts';
import { contactsIn } from './understanding/contact.ts';

/**
 * A person's words as they may be stored: identity numbers, telephone numbers and accounts made unreadable. `contacts`
 * are those that a 留言 was given; wherever they stand, nothing of them stays.
 */
export function storedText(text: string, contacts: readonly string[] = []): string {
  const hidden = [...new Set([...contacts, ...contactsIn(text)])].sort((a, b) => b.length - a.length);
  const found = hidden.filter((contact) => text.includes(contact));
  const plain = found.length === hidden.length ? text : text.normalize('NFKC');
  return mask(hidden.reduce((rest, contact) => rest.replaceAll(contact, () => veiled(contact)), plain));
}

/** Enough to recognise one's own contact, too little to use it. */
function veiled(contact: string): string {
  const masked = mask(contact);
  if (masked !== contact) return masked;
  return `${contact.slice(0, 2)}${'*'.repeat(Math.max(3, contact.length - 4))}${contact.length > 6 ? contact.slice(-2) : ''}`;
}
