import { mask } from '../../text/mask.ts';

/** What is masked still shows its head and tail: enough for its owner to recognise it, and nothing a model needs. */
const MASKED = /(?<![\w.+-])[\w.+-]*\*+[\w@.*-]*/g;
/** Digits enough to be a number of something. Versions, sizes and dates are shorter. */
const DIGITS = /\d(?:[ -]?\d){6,}/g;

/** A person's words as they may leave this machine: no identity number, credit code, telephone number or account, not even its ends. */
export function outgoing(text: string, longest: number): string {
  const plain = mask(text).replace(MASKED, '***').replace(DIGITS, '***');
  return [...plain].slice(0, longest).join('');
}
