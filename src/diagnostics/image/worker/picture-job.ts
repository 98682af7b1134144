import type { DocumentKind } from '../document/document-kind.ts';
import type { Fixed, FixWish } from '../fix.ts';
import type { PictureAdvice } from '../picture-advice.ts';
import type { PictureReport } from '../picture-report.ts';
import type { ErrorText } from '../screenshot/errors-on-screen.ts';
import type { Layout, Stitched } from '../stitch.ts';

/** What a picture worker is started with. */
export interface PictureWorkerData {
  readonly advice: PictureAdvice;
  readonly errors: readonly ErrorText[];
}

/** What is asked of a worker, one at a time. */
export type PictureJob =
  | { readonly do: 'warm' }
  | {
      readonly do: 'check';
      readonly bytes: Uint8Array;
      readonly name?: string;
      readonly today: string;
      readonly read: boolean;
      readonly told?: DocumentKind;
    }
  | { readonly do: 'fix'; readonly bytes: Uint8Array; readonly wish: FixWish }
  | { readonly do: 'stitch'; readonly auxiliary: Uint8Array; readonly document: Uint8Array; readonly layout: Layout };

/** What each of them gives. */
export interface PictureResults {
  readonly warm: true;
  readonly check: PictureReport;
  readonly fix: Fixed;
  readonly stitch: Stitched;
}

export type PictureAnswer =
  | {
      readonly is: 'done';
      readonly result: PictureResults[keyof PictureResults];
      /** Milliseconds that its text took to be read; 0 where nothing was. */
      readonly readingMs: number;
    }
  | { readonly is: 'failed'; readonly message: string };
