import { useEffect, useRef } from 'react';
import { queryClient } from '../api/query-client.ts';

/** What `api/follow-desk.ts` changes as events come: the lists at the side are always shown. */
const TOUCHED: ReadonlySet<unknown> = new Set(['queue', 'presence', 'talks']);

/** Calls after anything moved at the desk: once for all that moves within `pace` milliseconds. */
export function useMoved(pace: number, moved: () => void): void {
  const latest = useRef(moved);
  latest.current = moved;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || !TOUCHED.has(event.query.queryKey[0])) return;
      if (event.action.type !== 'success' && event.action.type !== 'invalidate') return;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        latest.current();
      }, pace);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [pace]);
}
