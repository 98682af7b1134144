import type { Finding } from '../diagnostic.ts';
import type { DocumentKind } from './document/document-kind.ts';
import type { Validity } from './document/validity.ts';
import type { Outline } from './outline.ts';
import type { PictureFacts } from './picture-facts.ts';
import type { Place } from './places.ts';
import type { ErrorOnScreen } from './screenshot/errors-on-screen.ts';
import type { VersionsOnScreen } from './screenshot/versions-on-screen.ts';

/** What a document says, fit to be stored: numbers and names are masked. */
export interface MaskedFields {
  readonly idNumber?: string;
  readonly creditCode?: string;
  readonly name?: string;
  readonly validity?: Validity;
}

/** All about one picture, fit to be stored. */
export interface PictureReport {
  /** `refused`: it was not opened, and there are only the first three and the hash of the file. */
  readonly is: 'checked' | 'refused';
  readonly verdict: string;
  readonly findings: readonly Finding[];
  /** SHA-256 of the file: the very same file has the same. */
  readonly fileHash: string;
  readonly seen?: Seen;
}

/** What a screen tells. */
interface Screen {
  readonly errors: readonly ErrorOnScreen[];
  readonly versions: VersionsOnScreen;
  /** The document that it shows, where it surely shows one. */
  readonly shows?: DocumentKind;
}

/** What was seen in a picture that could be opened. */
export interface Seen {
  readonly facts: PictureFacts;
  /** Perceptual hash, 16 hexadecimal digits; compare with `near`. */
  readonly fingerprint: string;
  readonly document: DocumentKind;
  /** 0 to 1; ask below 0.5. 0 where the text was not read. */
  readonly sure: number;
  readonly fields: MaskedFields;
  /** The lines that were read, masked, from above. */
  readonly lines: readonly string[];
  readonly outline?: Outline;
  /** By how much the text is turned clockwise: hand it to `fix`. */
  readonly turned: 0 | 90 | 180 | 270;
  /** Set for a screenshot or a photo of a screen. */
  readonly screen?: Screen;
  /** Where what was found is, as far as that was measured. */
  readonly places?: readonly Place[];
  /** A small JPEG with what was found marked, where a place can be marked. */
  readonly thumbnail?: Uint8Array;
}
