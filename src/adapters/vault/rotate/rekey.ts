import type { VaultSeal } from '../seal.ts';
import { openFile, openHead, type Place, sealFile } from '../sealed-file.ts';

/** The two keys of a change: what was sealed with one is sealed with the other. */
export interface Both {
  /** Undefined where everything must be sealed with the new one already. */
  readonly old: VaultSeal | undefined;
  readonly next: VaultSeal;
}

/** `done`: sealed with the new key already. `damaged`: neither key opens it. */
type Rekeyed<T> = { readonly is: 'done' | 'damaged' } | { readonly is: 'changed'; readonly sealed: T };

export function rekeyText({ old, next }: Both, sealed: string): Rekeyed<string> {
  if (opens(() => next.open(sealed))) return { is: 'done' };
  const plain = old && opens(() => old.open(sealed));
  return plain ? { is: 'changed', sealed: next.seal(plain.value) } : { is: 'damaged' };
}

export function rekeyPicture({ old, next }: Both, place: Place, sealed: Buffer): Rekeyed<Buffer> {
  if (opens(() => openFile(next, place, sealed))) return { is: 'done' };
  const plain = old && opens(() => ({ file: openFile(old, place, sealed), at: openHead(old, place, sealed).at }));
  if (!plain) return { is: 'damaged' };
  return { is: 'changed', sealed: sealFile(next, place, plain.value.file, plain.value.at).sealed };
}

function opens<T>(open: () => T): { readonly value: T } | undefined {
  try {
    return { value: open() };
  } catch {
    return undefined;
  }
}
