import type { DocumentKind } from './document/document-kind.ts';
import type { Document } from './document/document-of.ts';
import type { Measures } from './measure.ts';
import type { Outline, Side } from './outline.ts';
import type { PictureAdvice } from './picture-advice.ts';
import type { PictureFacts } from './picture-facts.ts';
import type { Looks } from './signals.ts';

/** What was read in a picture, where it was read. */
export interface PictureText extends Document {
  /** Mean over the characters, 0 to 1; 0 without any. */
  readonly confidence: number;
  /** How many lines. */
  readonly lines: number;
  /** By how much the text is turned clockwise. */
  readonly turned: 0 | 90 | 180 | 270;
  /** Sides of the frame that lines run into. */
  readonly cutAt: readonly Side[];
  /** Share of the frame's width and height over which the text reaches. */
  readonly reach: { readonly across: number; readonly down: number };
  /** What every document of its kind shows, and this one does not: `公民身份号码`. */
  readonly missing: readonly string[];
}

/** All that is known of one picture, before it is judged. */
export interface Evidence {
  readonly facts: PictureFacts;
  readonly measures: Measures;
  readonly looks: Looks;
  readonly outline: Outline | undefined;
  /** Longer edge of the document, in pixels of the file; undefined where its outline was not found whole. */
  readonly cardPixels: number | undefined;
  readonly text: PictureText | undefined;
  /** A picture of a screen as the phone makes it: no rule for photos applies. */
  readonly isScreenshot: boolean;
  /** The kind that a person says it is, where the picture does not tell. */
  readonly told?: DocumentKind;
  /** YYYY-MM-DD, the day it is for the person. */
  readonly today: string;
  readonly advice: PictureAdvice;
}
