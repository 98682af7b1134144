/**
 * The same value with text that every database can keep: U+0000, which
 * PostgreSQL refuses, and lone surrogates, which have no UTF-8, become U+FFFD.
 */
export function storable<T>(value: T): T {
  return typeof value === 'object' && value !== null && !SUSPECT.test(JSON.stringify(value)) ? value : cleaned(value);
}

/** How JSON writes what cannot be kept. It also finds a typed `\u0000`, which `cleaned` then leaves as it is. */
const SUSPECT = /\\u(?:0000|d[89a-f])/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

function cleaned<T>(value: T): T;
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD').replace(LONE_SURROGATE, '\uFFFD');
  if (Array.isArray(value)) return value.map((item) => cleaned(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleaned(key), cleaned(item)]));
}

/** The same object; what its methods are given is made storable first, so that no method can forget to. */
export function givenStorable<T extends object>(methods: T): T {
  const wrapped = Object.entries(methods as Readonly<Record<string, (...given: unknown[]) => unknown>>).map(
    ([name, method]) => [name, (...given: unknown[]) => method(...given.map((item) => storable(item)))] as const,
  );
  return Object.fromEntries(wrapped) as T;
}
