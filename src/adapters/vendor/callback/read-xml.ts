import { XMLParser } from 'fast-xml-parser';
import { type Fields, fieldsOf } from './fields.ts';

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
});

/** The fields under `<xml>`; undefined where it is none, or has what the platform never writes: a DOCTYPE, comments, instructions. */
export function readXml(text: string): Fields | undefined {
  const bare = text.replace(/^\s*<\?xml[^<>]*\?>/, '').replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  if (/<[!?]/.test(bare)) return undefined;
  try {
    const read: unknown = parser.parse(text, true);
    const root = typeof read === 'object' && read !== null ? (read as { readonly xml?: unknown }).xml : undefined;
    return typeof root === 'object' && root !== null && !Array.isArray(root) ? fieldsOf(root) : undefined;
  } catch {
    return undefined;
  }
}
