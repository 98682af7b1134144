import type { Finding } from '../diagnostic.ts';
import { LIMITS } from './limits.ts';
import type { PictureAdvice } from './picture-advice.ts';
import { notice } from './quality-findings.ts';

/**
 * What is to be said of the front and the back of one card: `正反面比例要求为
 * 1:1` means the same scale in both (product fact 4). `ratio` is `scale`'s,
 * front over back; undefined where it does not tell or is well.
 */
export function scaleFinding(ratio: number | undefined, { ratio: tips }: PictureAdvice): Finding | undefined {
  if (ratio === undefined || (ratio <= LIMITS.ratio && ratio >= 1 / LIMITS.ratio)) return undefined;
  const [larger, times] = ratio > 1 ? ['正面', ratio] : ['反面', 1 / ratio];
  return notice(
    'image-ratio',
    `${larger}拍得大一些，是另一面的 ${times.toFixed(2)} 倍；正反面的比例要求是 1:1。`,
    '请在相同的背景和光照下，镜头离证件差不多远，把两面重新拍一遍',
    tips,
  );
}
