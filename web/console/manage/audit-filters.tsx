import { t } from '../../shared/t.ts';
import { agentName } from '../words.ts';
import type { AuditFilter, Colleague } from './manage-queries.ts';

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly people: readonly Colleague[];
  readonly change: (next: AuditFilter) => void;
}

/** Whose doings, and what kinds of them. */
export function AuditFilters({ filter, people, change }: AuditFiltersProps) {
  return (
    <>
      <select
        className="native"
        aria-label={t('谁做的')}
        value={filter.who}
        onChange={(event) => change({ ...filter, who: event.target.value })}
      >
        <option value="">{t('所有人')}</option>
        {people.map(({ id, number, name }) => (
          <option key={id} value={id}>
            {agentName(number)} {name}
          </option>
        ))}
        <option value="user">{t('用户自己')}</option>
        <option value="system">{t('系统自己')}</option>
        <option value="cli">{t('在服务器上操作的人')}</option>
      </select>
      <select
        className="native"
        aria-label={t('什么事')}
        value={filter.what}
        onChange={(event) => change({ ...filter, what: event.target.value })}
      >
        <option value="">{t('所有的事')}</option>
        <option value="sign-in,sign-in-failed,sign-in-locked,sign-out">{t('登录和退出')}</option>
        <option value="password-changed,totp-on,totp-off,agent-reset">{t('密码和动态码')}</option>
        <option value="dingtalk-linked,dingtalk-unlinked">{t('钉钉的绑定')}</option>
        <option value="agent-added,agent-role,agent-disabled,agent-enabled">{t('人员')}</option>
        <option value="transition">{t('对话的去向')}</option>
        <option value="card-corrected">{t('情况卡的改动')}</option>
        <option value="reveal">{t('看遮住的内容')}</option>
        <option value="export,erase,consent-withdrawn">{t('导出和删除')}</option>
        <option value="content">{t('知识')}</option>
        <option value="announcement">{t('故障公告')}</option>
        <option value="settings">{t('设置')}</option>
      </select>
    </>
  );
}
