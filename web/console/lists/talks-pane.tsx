import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { useQueue, useTalks } from '../api/desk-queries.ts';
import type { Summary } from '../api/types.ts';
import { rich } from '../locale/rich.tsx';
import { useMe } from '../me.ts';
import { roughly, stopwatch, timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { ListRows } from './list-rows.tsx';
import type { ListGroup } from './rows.ts';
import { matches, SearchField } from './search-field.tsx';
import { Time } from './time.tsx';
import { urgencyOf, WaitingTime } from './waiting-time.tsx';

/** Who waits, what I have, what comes back later. */
export function TalksPane() {
  const [wanted, want] = useState('');
  const me = useMe();
  const queue = useQueue();
  const mine = useTalks('mine');
  const others = useTalks('held');
  const now = useNow();
  const found = (talks: readonly Summary[] = []): readonly Summary[] => talks.filter((one) => matches(one, wanted));
  const waiting = found(queue.data);
  // The queue is told by itself, before the other lists are read anew: nobody stands in two of them.
  const queued = new Set(queue.data?.map(({ talk }) => talk));
  const notQueued = (talks: readonly Summary[] = []) => found(talks).filter(({ talk }) => !queued.has(talk));
  const held = notQueued(mine.data);
  const later = notQueued(others.data).filter(({ state }) => state === 'follow_up');
  const colleagues = notQueued(others.data).filter(({ state, owner }) => state !== 'follow_up' && owner !== me.id);
  const longest = (queue.data ?? []).reduce(
    (most, { waitingSince }) => Math.max(most, now - Date.parse(waitingSince ?? '')),
    0,
  );
  const countOf = (talks: readonly Summary[]) => talks.length > 0 && t('{count} 个', { count: talks.length });

  const groups: readonly ListGroup[] = [
    {
      key: 'queue',
      title: t('排队'),
      hint:
        waiting.length > 0 &&
        rich('{count} 人 · 最长 {time}', {
          count: waiting.length,
          time: <b className={`waiting-${urgencyOf(longest)}`}>{stopwatch(longest)}</b>,
        }),
      query: queue,
      empty: wanted === '' ? t('现在没有人排队。有人转人工时，会马上出现在这里。') : t('排队里没有找到。'),
      list: 'talks',
      talks: waiting,
      time: (one) => <WaitingTime since={one.waitingSince ?? one.since} />,
    },
    {
      key: 'mine',
      title: t('我的对话'),
      hint: countOf(held),
      query: mine,
      empty: wanted === '' ? t('您还没有接待的对话。接入之后在这里。') : t('我的对话里没有找到。'),
      list: 'talks',
      talks: [...held].sort(byUrgency),
      time: (one) => <OwnTime summary={one} />,
    },
    ...(later.length > 0
      ? [
          {
            ...{ key: 'later', title: t('稍后'), hint: countOf(later), query: others, empty: '', talks: later },
            list: 'talks',
            time: (one) => one.due && <Time at={one.due} />,
          } satisfies ListGroup,
        ]
      : []),
    ...(colleagues.length > 0
      ? [
          {
            ...{ key: 'others', title: t('同事的对话'), hint: countOf(colleagues), query: others, empty: '' },
            ...{ list: 'talks', talks: colleagues },
            time: (one) => <OwnTime summary={one} />,
          } satisfies ListGroup,
        ]
      : []),
  ];
  return (
    <aside className="list-pane" aria-label={t('排队和我的对话')}>
      <SearchField value={wanted} onChange={want} />
      <ListRows groups={groups} />
    </aside>
  );
}

function OwnTime({ summary: { unansweredSince, lastAt, due } }: { readonly summary: Summary }) {
  const now = useNow();
  if (due !== null) return <span>{t('{time} 再看', { time: timeOf(due, now) })}</span>;
  if (unansweredSince !== null) return <WaitingTime since={unansweredSince} />;
  return <span>{t('等对方 {time}', { time: roughly(now - Date.parse(lastAt)) })}</span>;
}

/** Who waits for an answer first, the longest before the others; then who spoke last. */
function byUrgency(a: Summary, b: Summary): number {
  if (a.unansweredSince !== null && b.unansweredSince !== null) return a.unansweredSince < b.unansweredSince ? -1 : 1;
  if (a.unansweredSince !== null) return -1;
  if (b.unansweredSince !== null) return 1;
  return a.lastAt > b.lastAt ? -1 : 1;
}
