/** Bytes of one file that are read at all (product rule: 20 MB photos are real). */
export const MAX_BYTES = 20 * 1024 * 1024;

/** Pixels that a picture may claim: 31 KB of PNG can claim 256 million. */
export const MAX_PIXELS = 40_000_000;

/**
 * Pixels that are worked on. 12 MP (4000 x 3000) becomes 2000 x 1500, which
 * the JPEG reader gets by halving while it decodes; a long screenshot (1080 x
 * 8000) keeps letters of 25 pixels.
 */
export const WORKING_PIXELS = 3_000_000;

/** Seconds that libvips may spend on one picture. */
export const DECODE_SECONDS = 8;
