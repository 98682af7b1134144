import type { FileRef } from '../api/types.ts';

/** How the service names what a picture was before. */
const BEFORE = '原图-';

export interface Compared {
  readonly before: readonly FileRef[];
  readonly after: FileRef;
}

/** The files of a line that shows what was made of pictures; undefined where it shows something else. */
export function compared(files: readonly FileRef[]): Compared | undefined {
  const before = files.filter(({ name }) => name.indexOf(BEFORE) === 0);
  const [after, more] = files.filter((file) => before.indexOf(file) < 0);
  return before.length > 0 && after && !more ? { before, after } : undefined;
}
