import '../styles/manage.css';
import type { ComponentType } from 'react';
import { t } from '../../shared/t.ts';
import { useMe } from '../me.ts';
import { NotifyPanel } from '../notify/notify-panel.tsx';
import { agentName } from '../words.ts';
import { DingtalkSection } from './dingtalk-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { TotpSection } from './totp-section.tsx';

/** What somebody sets for themselves, a panel each, in this order. */
export const SECTIONS: readonly ComponentType[] = [PasswordSection, TotpSection, DingtalkSection, NotifyPanel];

/** One's own account: reached from one's own name in the top bar. */
export function AccountPage() {
  const { name, number } = useMe();
  return (
    <>
      <header className="page-head">
        <h2>{t('我的帐号')}</h2>
        <span className="form-hint">
          {name} · {agentName(number)}
        </span>
      </header>
      {SECTIONS.map((Section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sections never move.
        <Section key={at} />
      ))}
    </>
  );
}
