import { useState } from 'react';
import { useTalks } from '../api/desk-queries.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { ListFrame } from './list-frame.tsx';
import { matches, SearchField } from './search-field.tsx';
import { TalkItem } from './talk-item.tsx';

/** Conversations that are over, the latest first. */
export function ClosedPane() {
  const [wanted, want] = useState('');
  const closed = useTalks('closed');
  const now = useNow();
  const shown = (closed.data ?? []).filter((one) => matches(one, wanted)).sort((a, b) => (a.since > b.since ? -1 : 1));
  return (
    <aside className="list-pane" aria-label="已结束">
      <SearchField value={wanted} onChange={want} />
      <ListFrame
        title="已结束"
        hint={shown.length > 0 && `${shown.length} 个`}
        query={closed}
        isEmpty={shown.length === 0}
        empty={wanted === '' ? '还没有结束的对话。结束之后在这里，可以重新接入。' : '已结束里没有找到。'}
      >
        {shown.map((one) => (
          <TalkItem key={one.talk} summary={one} list="closed" time={timeOf(one.since, now)} />
        ))}
      </ListFrame>
    </aside>
  );
}
