import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Icon } from './icon.tsx';

/** How much has come below what one reads; a press goes there. */
export function News({ onPress }: { readonly onPress: () => void }) {
  const count = useDesk().unread.count.value;
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="news"
      aria-label={t('{count} 条新消息，点一下看最新的', { count })}
      onClick={(event) => {
        onPress();
        // It is gone then: without a place the keyboard would start at the top of the page.
        const root = event.currentTarget.getRootNode() as ShadowRoot;
        if (event.detail === 0) root.querySelector<HTMLElement>('textarea')?.focus();
      }}
    >
      <Icon name="down" />
      {t('{count} 条新消息', { count })}
    </button>
  );
}
