import { useEffect, useState } from 'react';
import { useQueue, useTalks } from '../api/desk-queries.ts';
import type { Summary } from '../api/types.ts';
import { useMe } from '../me.ts';
import { roughly, stopwatch, timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { ListFrame } from './list-frame.tsx';
import { matches, SearchField } from './search-field.tsx';
import { TalkItem } from './talk-item.tsx';
import { urgencyOf, WaitingTime } from './waiting-time.tsx';

/** Who waits, what I have, what comes back later. */
export function TalksPane() {
  const [wanted, want] = useState('');
  const me = useMe();
  const queue = useQueue();
  const mine = useTalks('mine');
  const open = useTalks('open');
  const now = useNow();
  const waiting = (queue.data ?? []).filter((one) => matches(one, wanted));
  const held = (mine.data ?? []).filter((one) => matches(one, wanted));
  const others = (open.data ?? []).filter(
    ({ state, owner }) => (state === 'agent' || state === 'waiting_user') && owner !== me.id,
  );
  const later = (open.data ?? []).filter((one) => one.state === 'follow_up' && matches(one, wanted));
  const longest = Math.max(0, ...(queue.data ?? []).map(({ waitingSince }) => now - Date.parse(waitingSince ?? '')));

  useEffect(() => {
    const count = queue.data?.length ?? 0;
    document.title = count > 0 ? `(${count}) 客服台 · 备案助手` : '客服台 · 备案助手';
  }, [queue.data]);

  return (
    <aside className="list-pane" aria-label="排队和我的对话">
      <SearchField value={wanted} onChange={want} />
      <ListFrame
        title="排队"
        hint={
          waiting.length > 0 && (
            <>
              {waiting.length} 人 · 最长 <b className={`waiting-${urgencyOf(longest)}`}>{stopwatch(longest)}</b>
            </>
          )
        }
        query={queue}
        isEmpty={waiting.length === 0}
        empty={wanted === '' ? '现在没有人排队。有人转人工时，会马上出现在这里。' : '排队里没有找到。'}
      >
        {waiting.map((one) => (
          <TalkItem
            key={one.talk}
            summary={one}
            list="talks"
            time={<WaitingTime since={one.waitingSince ?? one.since} />}
          />
        ))}
      </ListFrame>
      <ListFrame
        title="我的对话"
        hint={held.length > 0 && `${held.length} 个`}
        query={mine}
        isEmpty={held.length === 0}
        empty={wanted === '' ? '您还没有接待的对话。接入之后在这里。' : '我的对话里没有找到。'}
      >
        {[...held].sort(byUrgency).map((one) => (
          <TalkItem key={one.talk} summary={one} list="talks" time={<OwnTime summary={one} />} />
        ))}
      </ListFrame>
      {later.length > 0 && (
        <ListFrame title="稍后" hint={`${later.length} 个`} query={open} isEmpty={false} empty="">
          {later.map((one) => (
            <TalkItem key={one.talk} summary={one} list="talks" time={one.due && timeOf(one.due, now)} />
          ))}
        </ListFrame>
      )}
      {others.length > 0 && (
        <ListFrame title="同事的对话" hint={`${others.length} 个`} query={open} isEmpty={false} empty="">
          {others
            .filter((one) => matches(one, wanted))
            .map((one) => (
              <TalkItem key={one.talk} summary={one} list="talks" time={<OwnTime summary={one} />} />
            ))}
        </ListFrame>
      )}
    </aside>
  );
}

function OwnTime({ summary: { unansweredSince, lastAt, due } }: { readonly summary: Summary }) {
  const now = useNow();
  if (due !== null) return <span>{timeOf(due, now)} 再看</span>;
  if (unansweredSince !== null) return <WaitingTime since={unansweredSince} />;
  return <span>等对方 {roughly(now - Date.parse(lastAt))}</span>;
}

/** Who waits for an answer first, the longest before the others; then who spoke last. */
function byUrgency(a: Summary, b: Summary): number {
  if (a.unansweredSince !== null && b.unansweredSince !== null) return a.unansweredSince < b.unansweredSince ? -1 : 1;
  if (a.unansweredSince !== null) return -1;
  if (b.unansweredSince !== null) return 1;
  return a.lastAt > b.lastAt ? -1 : 1;
}
