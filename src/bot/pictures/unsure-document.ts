import type { Looked } from './look.ts';

/** What a picture may be said to be. */
export const DOCUMENT_CHOICES = ['身份证正面', '身份证反面', '营业执照', '其他'];

/** Below it, a kind is asked for rather than believed. */
const SURE = 0.5;
/** None of the choices is one of these. */
const OTHERS: ReadonlySet<string> = new Set(['person-with-document', 'screenshot', 'face']);

/** Whether the kind of a picture is to be asked for: it is not sure, nothing found refuses it anyhow, and it is still there. */
export function isUnsure({ report: { seen, findings }, file }: Looked): boolean {
  if (!seen || !file || findings.some(({ severity }) => severity !== 'notice')) return false;
  return seen.document === 'other' || (seen.sure < SURE && !OTHERS.has(seen.document));
}
