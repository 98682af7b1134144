import { t } from '../../shared/t.ts';
import type { TalkView } from '../api/types.ts';
import { documentName } from './picture-words.ts';
import { RevealSheet } from './reveal-sheet.tsx';
import { seenPictures } from './seen-pictures.ts';

interface PictureSheetProps {
  readonly view: TalkView;
  readonly id: string;
  readonly onClose: () => void;
}

/** One picture of a conversation, after a reason: with what was found marked in it. */
export function PictureSheet({ view, id, onClose }: PictureSheetProps) {
  const judged = seenPictures(view).find((one) => one.id === id)?.judged;
  const title = judged ? t('查看图片：{what}', { what: documentName(judged) }) : t('查看图片');
  return (
    <RevealSheet talk={view.summary.talk} item={`picture:${id}`} title={title} judged={judged} onClose={onClose} />
  );
}
