import { createHash } from 'node:crypto';

/** What a table holds, whatever the order of its rows. */
export interface Sum {
  readonly rows: number;
  /** The sum of the digests of all rows, modulo 2^128, in hexadecimal. */
  readonly sum: string;
}

/** Adds up rows as both databases give them: whole numbers may come as text, bytes as buffers. */
export function checksum(): { add(row: readonly unknown[]): void; readonly sum: Sum } {
  let rows = 0;
  let sum = 0n;
  return {
    add(row) {
      rows += 1;
      const digest = createHash('sha256')
        .update(JSON.stringify(row.map(canonical)))
        .digest('hex');
      sum = BigInt.asUintN(128, sum + BigInt(`0x${digest.slice(0, 32)}`));
    },
    get sum() {
      return { rows, sum: sum.toString(16) };
    },
  };
}

function canonical(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : String(value);
}
