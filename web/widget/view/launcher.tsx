import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Icon } from './icon.tsx';

/** The round button in the corner, with how much came while nobody looked. */
export function Launcher() {
  const { isOpen, unread, open, close } = useDesk();
  const count = unread.count.value;
  const label = isOpen.value
    ? t('收起备案助手')
    : count > 0
      ? t('打开备案助手，{count} 条新消息', { count })
      : t('打开备案助手');
  return (
    <button
      type="button"
      class={`launcher${isOpen.value ? ' launcher-open' : ''}`}
      aria-label={label}
      aria-expanded={isOpen.value}
      onClick={() => (isOpen.value ? close() : open())}
    >
      <Icon name={isOpen.value ? 'down' : 'chat'} />
      {count > 0 && !isOpen.value && <b class="badge">{count > 99 ? '99+' : count}</b>}
    </button>
  );
}
