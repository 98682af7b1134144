import type { Schema } from './operations.ts';

/** What PostgreSQL refuses, or reads otherwise than SQLite: U+0000, half characters, and what is too long for a number or a date. */
const TEXTS = (given: string): readonly string[] => [
  `${given}\u0000`,
  `\u0000${given}`,
  `${given}\ud800`,
  `\udc00${given}`,
  '\u0000',
  '9'.repeat(400),
  '0001-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
];

const NUMBERS = [2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, -1, 0.5];

/** What stands in an address as a number, or as a place in a list. */
export const IN_QUERY: readonly string[] = [
  '999999999',
  '2147483648',
  '9007199254740993',
  '-1',
  '1e3',
  '9'.repeat(400),
  ...TEXTS('2026-03-01'),
];

export const IN_PATH: readonly string[] = ['\u0000', 'a\u0000', '2147483648', '9'.repeat(90), '%00', '1\u0000'];

/** The body with one part of it at a time replaced by something hostile of the same type. */
export function hostile(body: unknown): readonly unknown[] {
  if (typeof body === 'string') return TEXTS(body);
  if (typeof body === 'number') return NUMBERS;
  if (Array.isArray(body)) {
    const all: readonly unknown[] = body;
    return all.flatMap((item, at) => hostile(item).map((bad) => all.with(at, bad)));
  }
  if (typeof body !== 'object' || body === null) return [];
  const parts = Object.entries(body).flatMap(([key, part]) => hostile(part).map((bad) => ({ ...body, [key]: bad })));
  return [...parts, { ...body, 'a\u0000': 1 }];
}

/** A body with every text and number that its schema knows on top of what is given. */
export function filled(given: object, schema: Schema, resolved: (schema: Schema) => Schema): object {
  const known = Object.entries(resolved(schema).properties ?? {}).map(([key, one]) => [key, sample(resolved(one))]);
  return { ...Object.fromEntries(known.filter(([, value]) => value !== undefined)), ...given };
}

function sample({ type, enum: listed }: Schema): string | number | undefined {
  if (type === 'integer' || type === 'number') return 1;
  return type === 'string' && !listed ? '字' : undefined;
}
