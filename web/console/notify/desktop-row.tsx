import { Button, Switch } from 'antd';
import { t } from '../../shared/t.ts';
import { askPermission, type Permission, usePermission } from './desktop.ts';
import { changeNotifySettings, useNotifySettings } from './settings.ts';

const HINTS: Readonly<Record<Permission, () => string>> = {
  granted: () => t('页面不在眼前时，桌面上会提醒，只写是什么事和访客编号，不写说了什么。'),
  default: () => t('页面不在眼前时也能提醒。浏览器会先问您是否允许。'),
  denied: () => t('浏览器不允许这个页面提醒。可以在地址栏左边的网站设置里改。'),
  unsupported: () => t('这个浏览器不能在桌面上提醒。'),
};

/** Notifications on the desktop: the browser is asked only by this button. */
export function DesktopRow() {
  const { desktop } = useNotifySettings();
  const permission = usePermission();
  return (
    <div className="notify-row">
      <span id="notify-desktop">{t('桌面通知')}</span>
      {permission === 'granted' && (
        <Switch
          aria-labelledby="notify-desktop"
          checked={desktop}
          onChange={(next) => changeNotifySettings({ desktop: next })}
        />
      )}
      {permission === 'default' && (
        <Button
          onClick={() => {
            changeNotifySettings({ desktop: true });
            void askPermission();
          }}
        >
          {t('允许通知')}
        </Button>
      )}
      <p className="sheet-hint notify-hint">{HINTS[permission]()}</p>
    </div>
  );
}
