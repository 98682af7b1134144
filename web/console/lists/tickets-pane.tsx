import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { useTalks } from '../api/desk-queries.ts';
import { ListRows } from './list-rows.tsx';
import { matches, SearchField } from './search-field.tsx';
import { Since } from './time.tsx';

/** 留言 that nobody answered yet, the oldest first as the server tells them. */
export function TicketsPane() {
  const [wanted, want] = useState('');
  const tickets = useTalks('tickets');
  const shown = (tickets.data ?? []).filter((one) => matches(one, wanted));
  return (
    <aside className="list-pane" aria-label={t('留言')}>
      <SearchField value={wanted} onChange={want} />
      <ListRows
        groups={[
          {
            key: 'tickets',
            title: t('留言'),
            hint: shown.length > 0 && t('{count} 条，最早的在前', { count: shown.length }),
            query: tickets,
            empty:
              wanted === ''
                ? t('没有等待回答的留言。没有客服在的时候，用户的留言会出现在这里。')
                : t('留言里没有找到。'),
            list: 'tickets',
            talks: shown,
            time: (one) => <Since at={one.waitingSince ?? one.since} />,
          },
        ]}
      />
    </aside>
  );
}
