import { useState } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import type { TalkState } from '../api/types.ts';
import { useDesk } from '../desk.ts';
import { Icon } from '../view/icon.tsx';
import { TicketSheet } from './ticket-sheet.tsx';

/** While one waits for a person: the place, and what can be done meanwhile. */
export function QueueCard({ state: { position, besideBot } }: { readonly state: TalkState }) {
  const { talk } = useDesk();
  const [isLeaving, leave] = useState(false);
  const ahead = position === undefined ? undefined : position - 1;
  return (
    <section class="card queue" aria-label={t('排队')}>
      <p class="queue-place">
        <Icon name="headset" />
        <span>
          {ahead === undefined
            ? t('正在排队')
            : ahead === 0
              ? t('前面没有人，下一个就是您')
              : t('前面 {count} 位', { count: ahead })}
        </span>
      </p>
      <p class="quiet">{t('客服接入后就在这里和您说。离开这一页也会保留位置。')}</p>
      <div class="pair">
        <button type="button" class="button button-soft" onClick={() => leave(true)}>
          {t('留言')}
        </button>
        <button type="button" class="button" onClick={() => talk.send(besideBot ? '等人工' : '继续问机器人')}>
          {besideBot ? t('等人工') : t('继续问机器人')}
        </button>
      </div>
      {isLeaving && <TicketSheet onClose={() => leave(false)} />}
    </section>
  );
}
