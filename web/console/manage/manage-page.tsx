import '../styles/manage.css';
import { t } from '../../shared/t.ts';
import { PageTabs } from '../parts/page-tabs.tsx';
import { AgentsTab } from './agents-tab.tsx';
import { AuditTab } from './audit-tab.tsx';
import { HoursTab } from './hours-tab.tsx';

/** What supervisors look after: the people, the hours, the log. */
export function ManagePage() {
  return (
    <>
      <header className="page-head">
        <h2>{t('管理')}</h2>
      </header>
      <PageTabs
        at="/manage"
        label={t('管理')}
        tabs={[
          { path: 'agents', label: t('客服人员'), View: AgentsTab },
          { path: 'hours', label: t('服务时间'), View: HoursTab },
          { path: 'audit', label: t('操作记录'), View: AuditTab },
        ]}
      />
    </>
  );
}
