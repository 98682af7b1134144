import type { SimRandom } from '../../sim/random.ts';
import type { Schema } from './operations.ts';

/** Texts that break what was not made for them. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\ufeff',
  '\u202e倒着写',
  'e\u0301\u0301\u0301',
  '👨‍👩‍👧‍👦',
  '#{7*7}{{7*7}}<%= 7*7 %>',
  '<script>alert(1)</script>',
  "'; DROP TABLE talks; --",
  '"><img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '..\\..\\windows',
  '%00%2e%2e',
  'http://169.254.169.254/latest/meta-data/',
  'javascript:alert(1)',
  '=HYPERLINK("http://example.com")',
  '\r\nset-cookie: a=b',
  'constructor',
  '__proto__',
  'toString',
  'null',
  'NaN',
  'true',
  '-1',
  '1e309',
  '0x10',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.000Z',
  '1'.repeat(400),
  '中'.repeat(2_001),
  '𠮷'.repeat(2_000),
  'a'.repeat(70_000),
  '11010519491231002X',
  '13900000000',
];

const NUMBERS = [0, -0, 1, -1, 0.5, 2 ** 31, -(2 ** 31), 2 ** 53, 2 ** 53 + 2, 1e21, 1e308, -1e308, 5e-324];

/** Anything at all that JSON can hold. */
export function anything(random: SimRandom, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 5 : 8);
  if (kind === 0) return null;
  if (kind === 1) return random.next() < 0.5;
  if (kind === 2) return random.pick(NUMBERS);
  if (kind < 5) return random.pick(TEXTS);
  if (kind === 5) return Array.from({ length: random.pick([0, 1, 3, 300]) }, () => anything(random, depth + 2));
  const keys = ['id', 'text', 'seq', 'constructor', 'toString', 'length', '', '\u0000', '0', 'then', 'toJSON'];
  return Object.fromEntries(
    Array.from({ length: random.below(4) }, () => [random.pick(keys), anything(random, depth + 1)]),
  );
}

export interface Making {
  readonly random: SimRandom;
  readonly resolved: (schema: Schema) => Schema;
  /** How likely each part is to be something else than what its schema says. */
  readonly wrong: number;
  /** Values that exist, by the name of the property. */
  readonly known: Readonly<Record<string, readonly unknown[]>>;
}

/** Something that a schema takes, with parts here and there that it does not. */
export function valueFor(schema: Schema, making: Making, name = '', depth = 0): unknown {
  const { random, resolved, wrong, known } = making;
  if (random.next() < wrong || depth > 8) return anything(random);
  const known_ = known[name];
  if (known_ && random.next() < 0.7) return random.pick(known_);
  const { type, enum: listed, anyOf, oneOf, allOf, ...rest } = resolved(schema);
  if (listed) return random.pick(listed);
  if (rest.const !== undefined) return rest.const;
  const several = anyOf ?? oneOf ?? allOf;
  if (several) return valueFor(random.pick(several), making, name, depth + 1);
  switch (typeof type === 'string' ? type : random.pick(type ?? ['string'])) {
    case 'object':
      return objectOf(rest, making, depth);
    case 'array': {
      const length = random.pick([0, 1, 2, rest.maxItems ?? 3, (rest.maxItems ?? 3) + 1]);
      return Array.from({ length: Math.min(length, 60) }, () => valueFor(rest.items ?? {}, making, '', depth + 1));
    }
    case 'integer':
      return random.pick([rest.minimum ?? 1, rest.maximum ?? 100, 1 + random.below(60), random.pick(NUMBERS)]);
    case 'number':
      return random.pick(NUMBERS);
    case 'boolean':
      return random.next() < 0.5;
    case 'null':
      return null;
    default:
      return textOf(rest, random);
  }
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema, making: Making, depth: number) {
  const { random, wrong } = making;
  const entries = Object.entries(properties).flatMap(([key, one]) => {
    const isThere = required.includes(key) ? random.next() >= wrong : random.next() < 0.5;
    return isThere ? [[key, valueFor(one, making, key, depth + 1)] as const] : [];
  });
  const more = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const others = more
    ? [[random.pick(['platform', 'province', 'x', 'constructor']), valueFor(more, making, '', depth + 1)]]
    : [];
  return Object.fromEntries([...entries, ...others]);
}

function textOf({ format, minLength = 0, maxLength = 200, pattern }: Schema, random: SimRandom): string {
  if (format === 'date') return random.pick(['2026-03-01', '2026-02-29', '0000-00-00', '2026-3-1']);
  if (format === 'date-time')
    return random.pick(['2026-03-03T00:00:00.000Z', '2026-03-03', '2999-01-01T00:00:00+08:00']);
  if (pattern !== undefined && random.next() < 0.8) return random.pick(['1', '09:00', 'm-1', '6.13.0', 'zh-CN']);
  const text = random.pick(['扫码进不去', '转人工', '你好', 'x', '安卓 9', 'L-TEST-1', '留言', '广东', '继续问机器人']);
  const filled = text.padEnd(minLength, '字');
  return random.next() < 0.2 ? random.pick(TEXTS) : filled.slice(0, maxLength);
}
