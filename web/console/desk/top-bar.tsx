import { Button } from 'antd';
import { t } from '../../shared/t.ts';
import { useMe } from '../me.ts';
import { BellButton } from '../notify/bell-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { toggleScheme, useScheme } from '../scheme.ts';
import { MeMenu } from './me-menu.tsx';
import { PresenceSwitch } from './presence-switch.tsx';

export function TopBar({ onKeys }: { readonly onKeys: () => void }) {
  const { role } = useMe();
  const scheme = useScheme();
  return (
    <header className="top-bar">
      <h1>
        {t('备案助手')} <span>{t('客服台')}</span>
      </h1>
      {role !== 'editor' && (
        <>
          <PresenceSwitch />
          <BellButton />
        </>
      )}
      <Button
        className="wide-only"
        type="text"
        icon={<Icon name={scheme === 'dark' ? 'sun' : 'moon'} />}
        aria-label={scheme === 'dark' ? t('换成浅色') : t('换成深色')}
        onClick={toggleScheme}
      />
      <Button
        className="wide-only"
        type="text"
        icon={<Icon name="keyboard" />}
        aria-label={t('全部按键')}
        onClick={onKeys}
      />
      <MeMenu onKeys={onKeys} />
    </header>
  );
}
