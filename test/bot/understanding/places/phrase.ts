/** A message as typed, and the province it tells; undefined where the words do not tell. */
export type Phrase = readonly [text: string, province: string | undefined];
