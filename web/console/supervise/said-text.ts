import { t } from '../../shared/t.ts';
import type { Handed } from './types.ts';

/** What somebody said last, without its markup; of pictures, how many there were. */
export function saidText({ text, pictures }: NonNullable<Handed['theirs']>): string {
  const plain = text.replaceAll(/\*\*|\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
  const sent = pictures > 0 ? t('[{count} 张图片]', { count: pictures }) : '';
  return [plain, sent].filter(Boolean).join(' ');
}
