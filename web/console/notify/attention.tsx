import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useQueue, useTalks } from '../api/desk-queries.ts';
import { pathOf } from '../desk/place.ts';
import { unreadOf } from '../lists/unread-of.ts';
import { useMe } from '../me.ts';
import { callAttention, callOff, sound } from './call-attention.ts';
import { LateCalls } from './late-calls.tsx';
import { lead } from './lead.ts';
import { newsOf, ringingFor, type Seen } from './news-of.ts';
import { useCanPlay } from './player.ts';
import { usePageMark } from './use-page-mark.ts';

/** Milliseconds between two rings, for as long as something rings. */
const RINGS = 4_000;

/** Calls for an agent's attention for as long as the desk is open; shows nothing in it. */
export function Attention() {
  const { id: me } = useMe();
  const navigate = useNavigate();
  const { data: queue } = useQueue();
  const { data: mine } = useTalks('mine');
  const { data: tickets } = useTalks('tickets');
  const canPlay = useCanPlay();
  const before = useRef<Seen>(undefined);
  const ringing = ringingFor(me, queue);
  const unread = (mine ?? []).filter((one) => unreadOf(one, me) > 0);
  usePageMark(unread.length + ringing.length);

  useEffect(() => lead('desktop'), []);
  useEffect(() => (canPlay ? lead('sound') : undefined), [canPlay]);

  useEffect(() => {
    const after = { queue, mine, tickets };
    const news = newsOf(before.current, after, me);
    before.current = after;
    void callAttention(news, ({ kind, talk }) => navigate(pathOf(kind === 'ticket' ? 'tickets' : 'talks', talk)));
  }, [queue, mine, tickets, me, navigate]);

  const rings = ringing.length > 0;
  useEffect(() => {
    if (!rings || !canPlay) return;
    sound('ring');
    const again = setInterval(sound, RINGS, 'ring');
    return () => clearInterval(again);
  }, [rings, canPlay]);

  useOver('ring', ringing.map(({ talk }) => talk).join());
  useOver('message', unread.map(({ talk }) => talk).join());
  return <LateCalls />;
}

/** Takes notifications back whose conversation no longer rings, or was read. */
function useOver(kind: 'ring' | 'message', talks: string): void {
  const before = useRef('');
  useEffect(() => {
    const gone = before.current.split(',').filter((talk) => !talks.split(',').includes(talk));
    callOff(gone.map((talk) => ({ kind, talk })));
    before.current = talks;
  }, [kind, talks]);
}
