import { gunzipSync, inflateSync } from 'node:zlib';
import { type Needle, scanner } from './scan.ts';
import type { Secret } from './secrets.ts';

/** A heap of bytes: a file, the cells of a column, a log, the body of an answer. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Finds which secrets can be read in a place, in the clear or in a common disguise, and tells the disguise. */
export function finder(secrets: readonly Secret[]): (place: Place) => readonly string[] {
  const numbers = scanner(needles(secrets, 'number'));
  const words = scanner(needles(secrets, 'words'));
  const bytes = scanner(secrets.flatMap(disguised));
  return ({ name, bytes: heap }) =>
    [...viewsOf(heap)].flatMap(([view, one]) => {
      const text = decoded(one.toString('utf8')).normalize('NFKC');
      return [
        // Without what people put between the characters of a number.
        ...numbers(Buffer.from(text.replace(/[\s\p{Cf}._·-]/gu, '').toUpperCase())),
        ...words(Buffer.from(text.replace(/\s/g, '').toLowerCase())),
        ...bytes(one),
      ].map((found) => `${found}: ${name}${view}`);
    });
}

/** As it lies there, and unpacked where it is packed. */
function* viewsOf(bytes: Buffer): Generator<readonly [view: string, heap: Buffer]> {
  yield ['', bytes];
  for (const [view, unpack] of [
    [' (gzip)', gunzipSync],
    [' (deflate)', inflateSync],
  ] as const) {
    try {
      yield [view, unpack(bytes)];
    } catch {
      // It is not packed so.
    }
  }
}

/** JSON's escapes, those of addresses and those of HTML, each read as what it stands for. */
function decoded(text: string): string {
  return text
    .replace(/\\+u([\da-f]{4})/gi, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
    .replace(/&#(\d{1,6});/g, (_all, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));
}

function needles(secrets: readonly Secret[], kind: 'number' | 'words'): readonly Needle[] {
  return secrets
    .filter(({ is }) => is === kind)
    .map(({ where, value }) => {
      const plain = String(value).replace(/\s/g, '');
      return { bytes: Buffer.from(kind === 'words' ? plain.toLowerCase() : plain), found: `${where}, in the clear` };
    });
}

function disguised({ where, value }: Secret): readonly Needle[] {
  const plain = Buffer.from(value);
  const hex = plain.toString('hex');
  const wide = Buffer.from(value.toString(), 'utf16le');
  return [
    { bytes: plain, found: `${where}, byte for byte` },
    ...[hex, hex.toUpperCase()].map((one) => ({ bytes: Buffer.from(one), found: `${where}, as hexadecimal` })),
    ...(typeof value === 'string'
      ? [wide, Buffer.from(wide).swap16()].map((bytes) => ({ bytes, found: `${where}, as UTF-16` }))
      : []),
    ...[0, 1, 2].flatMap((shift) => {
      const certain = base64At(plain, shift);
      const forms = [certain, certain.replaceAll('+', '-').replaceAll('/', '_')];
      return forms.map((one) => ({ bytes: Buffer.from(one), found: `${where}, as base64` }));
    }),
  ];
}

/** Its base64 with so many bytes before it, without the characters in which what stands before and after has a share. */
function base64At(plain: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), plain])
    .toString('base64')
    .replace(/=+$/, '');
  const end = (shift + plain.length) % 3 === 0 ? whole.length : whole.length - 1;
  return whole.slice(shift === 0 ? 0 : shift + 1, end);
}
