import '../styles/notify.css';
import { Button } from 'antd';
import { t } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import { useCanPlay } from './player.ts';
import { changeNotifySettings, useNotifySettings } from './settings.ts';

/** Sounds on or off; and that there are none yet, where the browser waits for somebody to touch the page. */
export function BellButton() {
  const { sound } = useNotifySettings();
  const canPlay = useCanPlay();
  const label = sound ? t('关掉提示音') : t('打开提示音');
  return (
    <span className="bell">
      {sound && !canPlay && <span className="bell-hint">{t('点一下页面，提示音才会响')}</span>}
      <Button
        type="text"
        icon={<Icon name={sound ? 'bell' : 'bell-off'} />}
        aria-label={label}
        title={label}
        onClick={() => changeNotifySettings({ sound: !sound })}
      />
    </span>
  );
}
