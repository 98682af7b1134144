import { mask } from '../../text/mask.ts';

const LONGEST = 100;

/**
 * A name that a picture came with, fit to be kept and shown: one line, no folders, no marks that turn its direction, at
 * most 100 characters, numbers masked like in any text. It says nothing of what is inside.
 */
export function pictureName(given: string): string {
  const plain = mask(given.replace(/[\p{C}\p{Zl}\p{Zp}/\\]/gu, '')).trim();
  const name = [...plain].slice(0, LONGEST).join('');
  return /^[\s.]*$/.test(name) ? '图片' : name;
}
