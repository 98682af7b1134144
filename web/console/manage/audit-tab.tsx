import { Button } from 'antd';
import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRows } from './audit-rows.tsx';
import { type AuditFilter, useAudit, useColleagues } from './manage-queries.ts';

/** What was done at the desk and by whom. Nobody can change or delete it. */
export function AuditTab() {
  const [filter, setFilter] = useState<AuditFilter>({ who: '', what: '' });
  const { data: people = [] } = useColleagues();
  const audit = useAudit(filter);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetching, refetch } = audit;
  return (
    <section className="panel">
      <div className="panel-head">
        <h3>{t('操作记录')}</h3>
        <AuditFilters filter={filter} people={people} change={setFilter} />
        <Button loading={isFetching && !isFetchingNextPage} onClick={() => void refetch()}>
          {t('刷新')}
        </Button>
      </div>
      <p className="form-hint">{t('只会增加，谁也不能修改或删除。最新的在前。')}</p>
      <Loaded query={audit} rows={10}>
        {({ pages }) => <AuditRows entries={pages.flat()} people={people} />}
      </Loaded>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('看更早的')}
        </Button>
      )}
    </section>
  );
}
