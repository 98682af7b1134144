import { t } from '../../shared/t.ts';
import { Sheet } from '../parts/sheet.tsx';

/** A text to be copied by hand: all of it is selected. */
export function TextSheet({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  return (
    <Sheet title={t('复制为文字')} onClose={onClose} wide>
      <p className="sheet-hint">{t('浏览器不让网页自己复制。文字已经选中，按 Ctrl+C 复制。')}</p>
      <textarea
        className="area"
        data-first
        readOnly
        rows={16}
        aria-label={t('交班的文字')}
        value={text}
        onFocus={(event) => event.target.select()}
      />
    </Sheet>
  );
}
