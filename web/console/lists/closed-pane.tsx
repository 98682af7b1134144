import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { useTalks } from '../api/desk-queries.ts';
import { ListRows } from './list-rows.tsx';
import { matches, SearchField } from './search-field.tsx';
import { Time } from './time.tsx';

/** Conversations that are over, the latest first. */
export function ClosedPane() {
  const [wanted, want] = useState('');
  const closed = useTalks('closed');
  const shown = (closed.data ?? []).filter((one) => matches(one, wanted)).sort((a, b) => (a.since > b.since ? -1 : 1));
  return (
    <aside className="list-pane" aria-label={t('已结束')}>
      <SearchField value={wanted} onChange={want} />
      <ListRows
        groups={[
          {
            key: 'closed',
            title: t('已结束'),
            hint: shown.length > 0 && t('{count} 个', { count: shown.length }),
            query: closed,
            empty: wanted === '' ? t('还没有结束的对话。结束之后在这里，可以重新接入。') : t('已结束里没有找到。'),
            list: 'closed',
            talks: shown,
            time: (one) => <Time at={one.since} />,
          },
        ]}
      />
    </aside>
  );
}
