import type { Format } from './fields.ts';

/** Fields as the platform reads them: texts in CDATA, numbers bare; in JSON as they are. */
export function writeFields(format: Format, fields: Readonly<Record<string, string | number>>): string {
  if (format === 'json') return JSON.stringify(fields);
  const all = Object.entries(fields).map(([name, value]) => `<${name}>${xmlOf(value)}</${name}>`);
  return `<xml>${all.join('')}</xml>`;
}

/** What XML 1.0 has no place for, whatever surrounds it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function xmlOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return `<![CDATA[${value.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
