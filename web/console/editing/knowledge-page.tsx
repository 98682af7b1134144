import '../styles/editing.css';
import { t } from '../../shared/t.ts';
import { PageTabs } from '../parts/page-tabs.tsx';
import { CannedTab } from './canned/canned-tab.tsx';
import { EntriesTab } from './entries/entries-tab.tsx';
import { GapsTab } from './gaps/gaps-tab.tsx';
import { Reminders } from './reminders.tsx';
import { RevisionsTab } from './revisions/revisions-tab.tsx';
import { RulesTab } from './rules/rules-tab.tsx';

/** What the assistant knows, and the ways in which editors change it. */
export function KnowledgePage() {
  return (
    <>
      <header className="page-head">
        <h2>{t('知识')}</h2>
      </header>
      <Reminders />
      <PageTabs
        at="/knowledge"
        label={t('知识')}
        tabs={[
          { path: 'gaps', label: t('缺口'), View: GapsTab },
          { path: 'entries', label: t('条目'), View: EntriesTab },
          { path: 'rules', label: t('规则与链接'), View: RulesTab },
          { path: 'canned', label: t('快捷回复'), View: CannedTab },
          { path: 'revisions', label: t('改动记录'), View: RevisionsTab },
        ]}
      />
    </>
  );
}
