import { t, written } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import type { Entry } from './types.ts';

/** Where a source errs, and what users are shown instead. */
export function Defects({ defects }: { readonly defects: Entry['defects'] }) {
  if (defects.length === 0) return null;
  return (
    <div className="defects" role="note">
      <h4>
        <Icon name="warn" size={18} /> {t('原文里已知的错误')}
      </h4>
      {defects.map(({ source, shown, why }) => (
        <dl key={source} className="facts">
          <dt>{t('原文')}</dt>
          <dd>{source}</dd>
          <dt>{t('显示为')}</dt>
          <dd>{shown}</dd>
          <dt>{t('为什么')}</dt>
          <dd>{written(why)}</dd>
        </dl>
      ))}
    </div>
  );
}
