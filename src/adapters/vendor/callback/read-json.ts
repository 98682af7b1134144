import { type Fields, fieldsOf } from './fields.ts';

/** Strings, so that they are passed over, and numbers. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The fields of an object; undefined where it is none. Numbers become texts before they are read: a MsgId has more digits than a double. */
export function readJson(text: string): Fields | undefined {
  try {
    const read: unknown = JSON.parse(text.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"${token}"`)));
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? fieldsOf(read) : undefined;
  } catch {
    return undefined;
  }
}
