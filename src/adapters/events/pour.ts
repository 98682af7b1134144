import type { Writable } from 'node:stream';

/**
 * Writes what comes, at the reader's pace, and ends with it or with its reader. A pipe does the same but holds five times as
 * much for each stream that waits, of which there may be thousands.
 */
export async function pour(chunks: AsyncIterable<string | Uint8Array>, into: Writable): Promise<void> {
  for await (const chunk of chunks) {
    if (into.destroyed) break;
    if (!into.write(chunk)) await drained(into);
  }
  into.end();
}

/** Or gone. */
function drained(into: Writable): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      into.off('drain', over);
      into.off('close', over);
      resolve();
    };
    into.once('drain', over);
    into.once('close', over);
    if (into.destroyed) over();
  });
}
