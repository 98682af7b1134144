import { useState } from 'react';
import { useTalks } from '../api/desk-queries.ts';
import { roughly } from '../times.ts';
import { useNow } from '../use-now.ts';
import { ListFrame } from './list-frame.tsx';
import { matches, SearchField } from './search-field.tsx';
import { TalkItem } from './talk-item.tsx';

/** 留言 that nobody answered yet, the oldest first as the server tells them. */
export function TicketsPane() {
  const [wanted, want] = useState('');
  const tickets = useTalks('tickets');
  const now = useNow();
  const shown = (tickets.data ?? []).filter((one) => matches(one, wanted));
  return (
    <aside className="list-pane" aria-label="留言">
      <SearchField value={wanted} onChange={want} />
      <ListFrame
        title="留言"
        hint={shown.length > 0 && `${shown.length} 条，最早的在前`}
        query={tickets}
        isEmpty={shown.length === 0}
        empty={wanted === '' ? '没有等待回答的留言。没有客服在的时候，用户的留言会出现在这里。' : '留言里没有找到。'}
      >
        {shown.map((one) => (
          <TalkItem
            key={one.talk}
            summary={one}
            list="tickets"
            time={roughly(now - Date.parse(one.waitingSince ?? one.since))}
          />
        ))}
      </ListFrame>
    </aside>
  );
}
