import { t } from '../../shared/t.ts';
import { Sheet } from '../parts/sheet.tsx';
import { NotifySection } from './notify-section.tsx';

/** The same settings, at hand beside a conversation. */
export function NotifySheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet title={t('提醒')} onClose={onClose}>
      <NotifySection />
    </Sheet>
  );
}
