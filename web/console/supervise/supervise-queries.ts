import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { useMe } from '../me.ts';
import type { AlertsAnswer, Handover, Today, Wall } from './types.ts';
import { useMoved } from './use-moved.ts';

const keys = { wall: ['wall'], today: ['today'], alerts: ['alerts'], handover: ['handover'] } as const;

/** Milliseconds. When somebody was seen last is told by no event; another supervisor's settings neither. */
const PACE = { wall: 500, today: 10_000, handover: 3_000 } as const;
const ANYWAY = { wall: 15_000, today: 60_000, alerts: 60_000, handover: 60_000 } as const;

/** Who is there with what: read again as soon as something moves, at most twice a second. */
export function useWall() {
  useMoved(PACE.wall, () => void refreshWall());
  return useQuery({ queryKey: keys.wall, queryFn: () => call<Wall>('GET', '/wall'), refetchInterval: ANYWAY.wall });
}

/** What the day came to so far: counted over all of it, so at most every ten seconds. */
export function useToday() {
  useMoved(PACE.today, () => void queryClient.invalidateQueries({ queryKey: keys.today }));
  return useQuery({
    queryKey: keys.today,
    queryFn: () => call<Today>('GET', '/wall/today'),
    refetchInterval: ANYWAY.today,
  });
}

/** Seconds after which somebody waits too long; undefined before it is known, and for those who are not told of it. */
export function useLongWaitSeconds(): number | undefined {
  const { role } = useMe();
  const { data } = useQuery({
    queryKey: keys.alerts,
    queryFn: () => call<AlertsAnswer>('GET', '/alerts'),
    enabled: role === 'supervisor',
    refetchInterval: ANYWAY.alerts,
  });
  return data?.alerts.longWait;
}

export async function setLongWait(longWait: number): Promise<void> {
  queryClient.setQueryData(keys.alerts, await call<AlertsAnswer>('PUT', '/alerts', { alerts: { longWait } }));
  await refreshWall();
}

export function useHandover() {
  useMoved(PACE.handover, () => void refreshHandover());
  return useQuery({
    queryKey: keys.handover,
    queryFn: () => call<Handover>('GET', '/handover'),
    refetchInterval: ANYWAY.handover,
  });
}

export function refreshWall(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keys.wall });
}

export function refreshHandover(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keys.handover });
}
