import { t } from '../../shared/t.ts';
import { Sheet } from './sheet.tsx';

interface EraseSheetProps {
  readonly onClose: () => void;
  readonly onErase: () => void;
}

/** Asked once: what is erased cannot come back. */
export function EraseSheet({ onClose, onErase }: EraseSheetProps) {
  return (
    <Sheet title={t('删除这个对话的全部数据？')} onClose={onClose}>
      <p>{t('对话、图片、留言和记下的情况都会删除，不能恢复。删除后给您一张回执。')}</p>
      <div class="pair">
        <button type="button" class="button" onClick={onClose}>
          {t('先不删')}
        </button>
        <button
          type="button"
          class="button button-stop"
          onClick={() => {
            onClose();
            onErase();
          }}
        >
          {t('删除')}
        </button>
      </div>
    </Sheet>
  );
}
