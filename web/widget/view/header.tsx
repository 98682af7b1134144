import { t, written } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { sayState } from './say-state.ts';

/** Who one talks with, and a person always one tap away. */
export function Header() {
  const { talk, options, close } = useDesk();
  const { connection, state, lines } = talk;
  const isLive = connection.value === 'live';
  const agent = [...lines.value].reverse().find(({ by }) => by === 'agent')?.name;
  const words = isLive
    ? sayState(state.value, agent && written(agent))
    : connection.value === 'offline'
      ? t('网络已断开')
      : t('正在连接');
  return (
    <header class="head">
      <span class="mark">
        <Icon name="shield" />
      </span>
      <div class="who">
        <h2>{t('备案助手')}</h2>
        <p class={isLive ? 'state' : 'state state-off'} role="status">
          {words}
        </p>
      </div>
      {/* What is sent is a command of the service, in its own language. */}
      <button type="button" class="human" onClick={() => talk.send('转人工')}>
        <Icon name="headset" />
        {t('转人工')}
      </button>
      <Menu />
      {options.value.mode === 'launcher' && (
        <button type="button" class="square" aria-label={t('关闭')} onClick={close}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
