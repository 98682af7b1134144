/** How the platform was told to write: 数据格式 of its console. */
export type Format = 'xml' | 'json';

/** What a callback says, by name. Numbers are kept as they were written: ids have 64 bits. What is no text or number is left out. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** Own fields only, whatever their names. */
export function fieldsOf(from: object): Fields {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => typeof value === 'string'));
}
