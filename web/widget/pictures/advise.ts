import { t } from '../../shared/t.ts';
import { sizeOf } from '../text/size.ts';
import type { Inspection } from './inspect.ts';

/** Entry 10: jpg, jpeg, png or gif, and less than 4 MB. */
const ACCEPTED = ['jpeg', 'png', 'gif'];
export const LIMIT = 4 * 1024 * 1024;

/** What the filing system would not take, or what looks wrong, before it is sent. */
export interface Advice {
  readonly words: string;
  /** Making a JPEG of less than 4 MB of it helps. */
  readonly canFix: boolean;
}

export function advise({ kind, bytes, measured }: Inspection): Advice | undefined {
  const canOpen = measured !== undefined;
  if (!ACCEPTED.includes(kind)) {
    const name = kind === 'other' ? t('这种格式') : kind.toUpperCase();
    return {
      words: canOpen
        ? t('这张是 {name}，上传只支持 jpg、jpeg、png、gif。我可以改成 JPG。', { name })
        : t('这张是 {name}，上传只支持 jpg、jpeg、png、gif。发来后我帮您转换。', { name }),
      canFix: canOpen,
    };
  }
  if (bytes >= LIMIT) {
    return {
      words: t('这张图 {size}，上传要求小于 4 MB。我可以压到 3.8 MB 以内，您看过前后对比再用。', {
        size: sizeOf(bytes),
      }),
      canFix: canOpen,
    };
  }
  if (measured?.isBlurred) return { words: t('这张看起来有些模糊。字看不清的话，建议重新拍一张。'), canFix: false };
  return undefined;
}
