import type { Fields, Format } from './fields.ts';
import { readJson } from './read-json.ts';
import { readXml } from './read-xml.ts';

interface ReadFields {
  readonly format: Format;
  readonly fields: Fields;
}

/** Reads a body in whichever format it begins like; undefined where it is neither. */
export function readFields(text: string): ReadFields | undefined {
  const format: Format = text.trimStart().startsWith('{') ? 'json' : 'xml';
  const fields = format === 'json' ? readJson(text) : readXml(text);
  return fields && { format, fields };
}
