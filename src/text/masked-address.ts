import { mask } from './mask.ts';

/**
 * The address of a page without numbers that name somebody. What is written in it with `%` and `+` is seen through;
 * where that hid a number, the address is told as it reads.
 */
export function maskedAddress(address: string): string {
  const read = address.replaceAll('+', ' ').replace(/(?:%[\da-fA-F]{2})+/g, decoded);
  const masked = mask(read);
  return masked === read ? mask(address) : masked;
}

/** What is no UTF-8 stays as it is. */
function decoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
