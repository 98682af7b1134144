/** What a picture shows. A photo of a screen counts as a screenshot. */
export type DocumentKind =
  | 'id-front'
  | 'id-back'
  | 'business-licence'
  | 'domain-certificate'
  | 'letter'
  | 'person-with-document'
  | 'face'
  | 'screenshot'
  | 'other';

/** What tells beside the words of documents; what was not looked for is left out. */
export interface Signals {
  /** How likely a face's oval of the colour of skin, bigger than a portrait on a card, 0 to 1. */
  readonly skinOval?: number;
  /** Pixels that are exactly like their neighbour, as a share of all. */
  readonly flatColours?: number;
  /** Whether the outline of a card was found. */
  readonly cardFound?: boolean;
  /** Whether an error string of the entries was read, or the version of an APP or a system: no document has them. */
  readonly screenWords?: boolean;
}

/** Of a picture, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
