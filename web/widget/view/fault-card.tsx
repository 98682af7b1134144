import { t } from '../../shared/t.ts';
import { Icon } from './icon.tsx';

interface FaultCardProps {
  readonly message: string | undefined;
  readonly onRetry: () => void;
  readonly onPerson: () => void;
}

/** The service itself failed: says so, and offers what to do. */
export function FaultCard({ message, onRetry, onPerson }: FaultCardProps) {
  return (
    <div class="card fault" role="alert">
      <h4>
        <Icon name="alert" />
        {t('没答上来')}
      </h4>
      <p>{message ?? t('这次是我们这边出错了。您的问题还在，不用重新打。')}</p>
      <div class="pair">
        <button type="button" class="button button-soft" onClick={onRetry}>
          {t('重试')}
        </button>
        <button type="button" class="button" onClick={onPerson}>
          {t('转人工')}
        </button>
      </div>
    </div>
  );
}
