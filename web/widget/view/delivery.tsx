import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import type { Outgoing } from '../talk/outgoing.ts';
import { Icon } from './icon.tsx';

/** How far one's own message is, under it. */
export function Delivery({ outgoing: { id, way } }: { readonly outgoing: Outgoing }) {
  const { talk } = useDesk();
  switch (way.is) {
    case 'sent':
      return (
        <p class="sent">
          <Icon name="check" />
          {t('已送达')}
        </p>
      );
    case 'sending':
      return <p class="sent">{t('发送中')}</p>;
    case 'uploading':
      return (
        <p class="sent">
          {t('正在上传图片')} <progress max={1} value={way.share} aria-label={t('正在上传图片')} />
          <button type="button" onClick={() => talk.cancel(id)}>
            {t('取消')}
          </button>
        </p>
      );
    case 'looking':
      return <p class="sent">{t('已上传，正在看图片')}</p>;
    case 'later':
      return (
        <p class="sent">
          <Icon name="clock" />
          {t('恢复后自动发送')}
        </p>
      );
    case 'waits':
      return (
        <p class="sent">
          <Icon name="clock" />
          {t('发得太快了，{seconds} 秒后自动发送', { seconds: way.seconds })}
        </p>
      );
    case 'refused':
      return (
        <p class="sent sent-bad" role="alert">
          <Icon name="alert" />
          {way.message || t('未送达')}
        </p>
      );
    default:
      return (
        <p class="sent sent-bad">
          <Icon name="alert" />
          {way.is === 'cancelled' ? t('已取消') : t('未送达')}
          {way.is !== 'broken' && (
            <button type="button" onClick={() => talk.retry(id)}>
              {way.is === 'cancelled' ? t('重新发送') : t('重试')}
            </button>
          )}
        </p>
      );
  }
}
