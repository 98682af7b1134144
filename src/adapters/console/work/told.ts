/** Those whose business an event is, where that is all of them. */
export const EVERYBODY = '*';

/** An event as consoles are sent it. Of two with the same key, the later one holds all that the earlier one told. */
export interface Told {
  readonly key: string;
  /** The agent whose business it is, who is told at once; all others are within a quarter of a second. */
  readonly whose: string | undefined;
  /** Written once for all who are sent it. */
  readonly bytes: Buffer;
}

export interface ToldOf extends Pick<Told, 'key' | 'whose'> {
  readonly event: string;
  /** JSON. */
  readonly data: string;
  /** Where to go on from: an instant (ISO 8601). */
  readonly id?: string;
}

/** Writes a server-sent event. */
export function toldOf({ key, whose, event, data, id }: ToldOf): Told {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return { key, whose, bytes: Buffer.from(`${head}event: ${event}\ndata: ${data}\n\n`) };
}
