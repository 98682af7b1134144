import { Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { LOCALES, type Locale } from '../../shared/locale.ts';
import { t } from '../../shared/t.ts';
import { signOut } from '../api/session.ts';
import { chooseLocale, useLocale } from '../locale/locale.ts';
import { useMe } from '../me.ts';
import { NotifySheet } from '../notify/notify-sheet.tsx';
import { Icon } from '../parts/icon.tsx';
import { useToasts } from '../parts/toast.tsx';
import { toggleScheme, useScheme } from '../scheme.ts';
import { agentName } from '../words.ts';

/** Who I am, how this browser's desk looks and speaks, and the way out. */
export function MeMenu({ onKeys }: { readonly onKeys: () => void }) {
  const { name, number, role } = useMe();
  const scheme = useScheme();
  const locale = useLocale();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [showsNotify, showNotify] = useState(false);
  const languages = (Object.keys(LOCALES) as Locale[]).map((one) => ({
    key: one,
    label: (
      <span className="menu-choice">
        <span lang={one}>{LOCALES[one]}</span>
        {one === locale && <Icon name="check" size={16} />}
        {one === locale && <span className="hidden">{t('现在用的')}</span>}
      </span>
    ),
    onClick: () => void chooseLocale(one).catch(() => toasts.failed(t('简繁没有换成。请检查网络后再选一次。'))),
  }));
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', label: t('{name}（{agent}）', { name, agent: agentName(number) }), disabled: true },
            { key: 'account', label: t('我的帐号'), onClick: () => void navigate('/account') },
            { key: 'scheme', label: scheme === 'dark' ? t('换成浅色') : t('换成深色'), onClick: toggleScheme },
            ...(role === 'editor' ? [] : [{ key: 'notify', label: t('提醒'), onClick: () => showNotify(true) }]),
            { key: 'keys', label: t('全部按键'), onClick: onKeys },
            { key: 'languages', type: 'group', label: t('简体或繁体'), children: languages },
            { type: 'divider' },
            { key: 'out', label: t('退出登录'), onClick: () => void signOut().catch(toasts.failed) },
          ],
        }}
      >
        <button type="button" className="me">
          <b>
            <span className="hidden">{t('客服')} </span>
            {String(number).padStart(2, '0')}
          </b>
          <span className="me-name">{name}</span>
        </button>
      </Dropdown>
      {showsNotify && <NotifySheet onClose={() => showNotify(false)} />}
    </>
  );
}
