import { t } from '../../shared/t.ts';
import { useMe } from '../me.ts';
import { NotifySection } from './notify-section.tsx';

/** The settings on one's own page; editors have no conversations that could call for them. */
export function NotifyPanel() {
  const { role } = useMe();
  if (role === 'editor') return null;
  return (
    <section className="panel account-section" aria-label={t('提醒')}>
      <div className="panel-head">
        <h3>{t('提醒')}</h3>
      </div>
      <NotifySection />
    </section>
  );
}
