import type { PictureFormat } from './picture-format.ts';

/** What a file says of itself, by its content. */
export interface PictureFacts {
  readonly format: PictureFormat;
  /** Length of the file. */
  readonly bytes: number;
  /** Pixels of the whole picture, upright (EXIF applied). */
  readonly width: number;
  readonly height: number;
  /** EXIF, 1 to 8; 1 where the file says none. */
  readonly orientation: number;
  readonly hasAlpha: boolean;
  /** More than one: animated, only the first is looked at. */
  readonly frames: number;
  /** Stored in shades of grey only. Coloured files with grey content are the business of `measure`. */
  readonly isGrey: boolean;
  readonly isCmyk: boolean;
  /** 8 or 16 (scanners). */
  readonly bitsPerChannel: number;
  /** The ending of the name, without the dot, in small letters. */
  readonly ending?: string;
}
