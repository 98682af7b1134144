import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';

/** Says that the network or the service is away, and what becomes of what is written meanwhile. */
export function Bar() {
  const { connection } = useDesk().talk;
  return (
    <div class="bar-room" role="status">
      {connection.value === 'offline' && <p class="bar">{t('网络已断开，消息会在恢复后自动发送。')}</p>}
      {connection.value === 'lost' && <p class="bar">{t('连不上服务，正在重试。您可以先写好问题。')}</p>}
    </div>
  );
}
