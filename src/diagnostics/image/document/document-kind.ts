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

/** What only the pixels tell; what was not measured is left out. */
export interface Signals {
  /** How likely a face's oval of the colour of skin, bigger than a portrait on a card, 0 to 1. */
  readonly skinOval?: number;
  /** Pixels that are exactly like their neighbour, as a share of all. */
  readonly flatColours?: number;
  /** Whether the outline of a card was found. */
  readonly cardFound?: boolean;
}

/** Of a picture, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
