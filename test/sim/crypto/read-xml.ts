/** An element that was read: its text, its child elements, or several of one name. */
export type Read = string | ReadFields | readonly Read[];
export interface ReadFields {
  readonly [name: string]: Read;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text between tags with its entities put back; an unknown or bare `&` is an error. */
const plain = (text: string): string => {
  if (text.includes(']]>')) throw new Error(']]> outside CDATA');
  return text.replaceAll(/&(#x[\da-f]+|#\d+|\w+)?(;?)/gi, (whole, name: string | undefined, end: string) => {
    if (name === undefined || end !== ';') throw new Error(`bad entity ${whole}`);
    if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    const known = ENTITIES[name];
    if (known === undefined) throw new Error(`unknown entity ${whole}`);
    return known;
  });
};

interface Frame {
  readonly name: string;
  readonly children: Map<string, Read>;
  text: string;
}

const closed = (frame: Frame): Read => {
  if (frame.children.size === 0) return frame.text;
  if (frame.text.trim() !== '') throw new Error(`text beside elements in <${frame.name}>`);
  return Object.fromEntries(frame.children);
};

const put = (frame: Frame, name: string, value: Read): void => {
  const before = frame.children.get(name);
  if (before === undefined) frame.children.set(name, value);
  else frame.children.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
};

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<\/([A-Za-z]\w*)\s*>|<([A-Za-z]\w*)\s*(\/?)>|([^<]+)/y;

/**
 * Reads the answer of a service strictly: one `<xml>` element, elements without
 * attributes, CDATA and the five entities. Anything else is an `Error`.
 */
export const readXml = (xml: string): ReadFields => {
  const root: Frame = { name: '', children: new Map(), text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(xml);
    const frame = open.at(-1);
    if (!found || !frame) throw new Error(`not XML at ${at}: ${xml.slice(at, at + 24)}`);
    const [, raw, end, begin, empty, text] = found;
    if (raw !== undefined) frame.text += raw;
    else if (text !== undefined) frame.text += plain(text);
    else if (begin !== undefined && empty === '/') put(frame, begin, '');
    else if (begin !== undefined) open.push({ name: begin, children: new Map(), text: '' });
    else {
      const parent = open.at(-2);
      if (!parent || frame.name !== end) throw new Error(`</${end}> closes <${frame.name}>`);
      open.pop();
      put(parent, frame.name, closed(frame));
    }
  }
  const only = root.children.get('xml');
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  if (root.text.trim() !== '' || root.children.size !== 1 || only === undefined) throw new Error('one <xml> wanted');
  if (typeof only === 'string' || Array.isArray(only)) throw new Error('<xml> without fields');
  return only as ReadFields;
};
