/**
 * Where a measure becomes a finding. All but the size of the file were tuned
 * on drawn pictures (test/pictures). So what rests on them advises, but for
 * three that are problems: text too blurred to be read, a face without a
 * document, and a date that was read surely and has passed.
 */
export const LIMITS = {
  /** Bytes: "每张图片大小应小于4MB" (entry 10) is strictly less. */
  bytes: 4 * 1024 * 1024,
  /**
   * `crispness`: below it, advise; below `again`, hardly anything can be read.
   * By kind, for a page fills the frame with smaller letters than a card, and a
   * person is soft by nature.
   */
  crisp: { again: 0.45, card: 0.57, form: 0.62, letter: 0.7, person: 0.4 },
  /** Luminance and share of a dark picture. */
  dark: { p95: 70, share: 0.4, again: 40 },
  /** Share of white pixels of an over-exposed one. */
  white: 0.3,
  /** Share of one saturated place: a reflection. Above `most` it is the exposure. */
  glare: { least: 0.005, most: 0.3 },
  /** Longer edge of the document in pixels of the file: below `floor` numbers cannot be read (measured), below `advise` small print suffers, and so on a whole page below `page`. */
  card: { floor: 320, advise: 600, page: 800 },
  /** Front and back: √ area ratio, both ways. */
  ratio: 1.1,
  /** `colourSpread` of a page with nothing but black letters. */
  colourful: 60,
  /** `colourSpread` of a grey copy. */
  grey: 20,
  /** Mean confidence of the reader: below `sure`, a number is not believed; below `readable`, a person cannot read it either. */
  reading: { sure: 0.85, readable: 0.7 },
  /** An oval of skin without any text: share of the frame. */
  face: 0.06,
  /** A screenshot is tall and flat. */
  screen: { tall: 1.6, flat: 0.6 },
  /** How far a card's sides may be from 1.586 : 1 where it fills the frame, as a share. */
  aspect: 0.07,
} as const;

/** Longer over shorter side of an identity card (ISO/IEC 7810 ID-1: 85.60 mm x 53.98 mm). */
export const ID_ASPECT = 1.586;
