import { locale } from '../locale/locale.ts';

/** Where people are told of their data, beside this page; `base` is the service's, with a slash at its end. */
export function privacyAddress(base: string): string {
  return `${base}privacy${locale.value === 'en' ? '/en' : ''}`;
}
