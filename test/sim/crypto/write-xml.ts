/** A field of a push: text, a number, a 64-bit id, or fields below it. */
export type Field = string | number | bigint | Fields;
/** The fields of a push in the order in which they are written. */
export interface Fields {
  readonly [name: string]: Field;
}

/** Text as CDATA; `]]>` is split over two sections. */
export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const written = (field: Field): string => {
  if (typeof field === 'string') return cdata(field);
  return typeof field === 'object' ? inside(field) : String(field);
};
const inside = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, field]) => `<${name}>${written(field)}</${name}>`)
    .join('');

/** The platforms' XML: one `<xml>` element, text in CDATA, numbers bare. */
export const writeXml = (fields: Fields): string => `<xml>${inside(fields)}</xml>`;
