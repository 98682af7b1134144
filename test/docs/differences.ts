import type { Block } from './blocks.ts';

/** What a page writes for what differs from run to run. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  id: '[\\w-]+',
  token: '[\\w-]{43}',
  time: '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z',
  number: '\\d+(?:\\.\\d+)?',
};

/** Leaves out a rest: the end of a text, the last items of a list, further fields of an object. */
const REST = '…';

/**
 * Where what was printed is not what the page shows, as `path: printed`; empty where it is.
 *
 * `<id>`, `<token>`, `<time>` and `<number>` inside a text stand for one of their kind, a text that ends with … for
 * every one that begins so, … as the last item of a list or as a field for any that follow. All else is as it stands.
 */
export function differences({ kind, text }: Block, printed: string): readonly string[] {
  if (kind === 'text') return compare(text.trimEnd().split('\n'), printed.trimEnd().split('\n'), 'line');
  try {
    return compare(JSON.parse(text), JSON.parse(printed), '');
  } catch (error) {
    return [`${(error as Error).message}: ${printed}`];
  }
}

function compare(shown: unknown, given: unknown, path: string): readonly string[] {
  if (typeof shown === 'string') return fits(shown, given) ? [] : [`${path}: ${JSON.stringify(given)}`];
  if (Array.isArray(shown) && Array.isArray(given)) return compareLists(shown, given, path);
  if (isObject(shown) && isObject(given)) return compareObjects(shown, given, path);
  return shown === given ? [] : [`${path}: ${JSON.stringify(given)}`];
}

function compareLists(shown: readonly unknown[], given: readonly unknown[], path: string): readonly string[] {
  const isCut = shown.at(-1) === REST;
  const items = isCut ? shown.slice(0, -1) : shown;
  const isLong = isCut ? given.length >= items.length : given.length === items.length;
  if (!isLong) return [`${path}: ${JSON.stringify(given)}`];
  return items.flatMap((item, at) => compare(item, given[at], `${path}.${at}`));
}

function compareObjects(shown: Fields, given: Fields, path: string): readonly string[] {
  const unknown = REST in shown ? [] : Object.keys(given).filter((name) => !(name in shown));
  const known = Object.entries(shown).filter(([name]) => name !== REST);
  return [
    ...unknown.map((name) => `${path}.${name}: ${JSON.stringify(given[name])}`),
    ...known.flatMap(([name, value]) => compare(value, given[name], `${path}.${name}`)),
  ];
}

function fits(shown: string, given: unknown): boolean {
  if (shown === '<number>' && typeof given === 'number') return true;
  if (typeof given !== 'string') return false;
  const isCut = shown.endsWith(REST);
  const parts = (isCut ? shown.slice(0, -1) : shown).split(/<(id|token|time|number)>/);
  const pattern = parts.map((part, at) =>
    at % 2 === 1 ? PLACEHOLDERS[part] : part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'),
  );
  return new RegExp(`^${pattern.join('')}${isCut ? '' : '$'}`, 'u').test(given);
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
