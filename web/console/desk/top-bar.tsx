import { Button, Dropdown } from 'antd';
import { signOut } from '../api/session.ts';
import { useMe } from '../me.ts';
import { Icon } from '../parts/icon.tsx';
import { useToasts } from '../parts/toast.tsx';
import { toggleScheme, useScheme } from '../scheme.ts';
import { agentName } from '../words.ts';
import { PresenceSwitch } from './presence-switch.tsx';

export function TopBar({ onKeys }: { readonly onKeys: () => void }) {
  const { name, number } = useMe();
  const scheme = useScheme();
  const toasts = useToasts();
  return (
    <header className="top-bar">
      <h1>
        备案助手 <span>客服台</span>
      </h1>
      <PresenceSwitch />
      <Button
        className="wide-only"
        type="text"
        icon={<Icon name={scheme === 'dark' ? 'sun' : 'moon'} />}
        aria-label={scheme === 'dark' ? '换成浅色' : '换成深色'}
        onClick={toggleScheme}
      />
      <Button
        className="wide-only"
        type="text"
        icon={<Icon name="keyboard" />}
        aria-label="全部按键"
        onClick={onKeys}
      />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', label: `${name}（${agentName(number)}）`, disabled: true },
            { key: 'scheme', label: scheme === 'dark' ? '换成浅色' : '换成深色', onClick: toggleScheme },
            { key: 'keys', label: '全部按键', onClick: onKeys },
            { key: 'out', label: '退出登录', onClick: () => void signOut().catch(toasts.failed) },
          ],
        }}
      >
        <button type="button" className="me">
          <b>
            <span className="hidden">客服 </span>
            {String(number).padStart(2, '0')}
          </b>
          <span className="me-name">{name}</span>
        </button>
      </Dropdown>
    </header>
  );
}
