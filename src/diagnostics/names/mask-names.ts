import type { NamePair } from './layer.ts';

/**
 * A message as it may be stored, with the names that were read from it: of each
 * the first character stays (张*, 杭*******), of a single one none, wherever they stand.
 */
export function namesMasked(text: string, { typed, document }: NamePair): string {
  const names = [typed.trim(), document.trim()].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const any = new RegExp(names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gu');
  return text.replace(any, maskedName);
}

/** A text that may be a name, of which only the first character stays. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name];
  return rest.length === 0 ? '*' : first + '*'.repeat(rest.length);
}
