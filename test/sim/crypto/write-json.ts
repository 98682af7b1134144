import type { Field, Fields } from './write-xml.ts';

const written = (field: Field): string => {
  if (typeof field === 'bigint') return String(field);
  return typeof field === 'object' ? writeJson(field) : JSON.stringify(field);
};

/** The platforms' JSON. A 64-bit id is a bare number with more digits than a JavaScript number holds, as on the wire. */
export const writeJson = (fields: Fields): string =>
  `{${Object.entries(fields)
    .map(([name, field]) => `${JSON.stringify(name)}:${written(field)}`)
    .join(',')}}`;
