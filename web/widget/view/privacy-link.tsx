import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';

/** To what people are told of their data, beside this page. */
export function PrivacyLink() {
  const { talk } = useDesk();
  return (
    <a class="privacy-link" href={`${talk.base}privacy`} target="_blank" rel="noopener">
      {t('怎样处理您的个人信息')}
    </a>
  );
}
