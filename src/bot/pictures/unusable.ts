import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { KnownPicture } from '../facts.ts';

/** With these, a file of ours helps: another format, smaller, upright. */
export const FIXABLE: ReadonlySet<string> = new Set(['image-format', 'image-too-big', 'image-turned']);

/** So many pictures in vain and a person is offered: our own rule. */
const IN_VAIN = 3;

/** Whether a picture with these findings, the most severe one first, can neither be uploaded nor be put right by us. */
export function isUnusable([worst]: readonly Pick<Finding, 'severity' | 'verdict'>[]): boolean {
  return worst !== undefined && isSevere(worst) && !FIXABLE.has(worst.verdict);
}

/** Whether what was found goes away with another document only. */
export function needsOther(findings: readonly Pick<Finding, 'severity' | 'retryable'>[]): boolean {
  return findings.some((one) => isSevere(one) && one.retryable === false);
}

/**
 * Whether a picture, by the hash of its file, is the third one in a row of its document that cannot be used for the same reason. The very
 * same file again is no further attempt, what was sent of other documents meanwhile does not count, and one that shows
 * too little to tell what it is counts as the same.
 */
export function isInVain(known: readonly KnownPicture[], hash: string): boolean {
  const pictures = known.slice(0, known.findLastIndex((one) => one.hash === hash) + 1);
  const last = pictures.at(-1);
  if (!last?.unusable) return false;
  const named = pictures.findLast(({ document }) => document !== 'other')?.document;
  const its = last.document === 'other' ? named : last.document;
  const same = pictures.filter(({ document }) => document === 'other' || document === its);
  const begins = same.findLastIndex(({ unusable, verdict }) => !unusable || verdict !== last.verdict) + 1;
  return new Set(same.slice(begins).map(({ hash }) => hash)).size >= IN_VAIN;
}

function isSevere({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'problem' || severity === 'blocker';
}
