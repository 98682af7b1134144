import { dictionary } from '../../web/shared/dictionary.ts';

const pairs = dictionary.flat().flatMap((part) =>
  String(part)
    .split('|')
    .map((pair) => pair.split(' ')),
);
const written = new Set(pairs.map(([, to]) => to).join(''));

/** Signs that Traditional Chinese never writes, as a class of a pattern: 个, 们, 这. */
export const SIMPLIFIED = `[${pairs
  .map(([from = '']) => from)
  .filter((from) => [...from].length === 1 && !written.has(from))
  .join('')}]`;
