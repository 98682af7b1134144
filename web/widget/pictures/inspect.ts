import { type Kind, kindOf } from './kind-of.ts';
import type { Measured } from './measure.ts';

/** What the browser itself can tell of a picture before a byte leaves. */
export interface Inspection {
  /** By its first bytes, whatever its name says. */
  readonly kind: Kind;
  readonly bytes: number;
  /** Undefined where this browser cannot open it. */
  readonly measured: Measured | undefined;
}

export async function inspect(file: Blob): Promise<Inspection> {
  const kind = kindOf(new Uint8Array(await read(file.slice(0, 16))));
  return { kind, bytes: file.size, measured: kind === 'pdf' ? undefined : await measured(file) };
}

/** What needs the picture opened is a part of its own; where that cannot be loaded, its size still says something. */
function measured(file: Blob): Promise<Measured | undefined> {
  return import('./picture-jobs.ts').then(
    ({ measurePicture }) => measurePicture(file),
    () => undefined,
  );
}

/** (Safari before 14 has no `Blob.arrayBuffer`.) */
function read(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
}
