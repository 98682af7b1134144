import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { pathOf } from '../desk/place.ts';
import { useLongWaits, waitOf } from '../supervise/use-long-waits.ts';
import { callAttention } from './call-attention.ts';

/** Calls supervisors once for each who waits too long. Apart from `attention.tsx`, since it looks every second. */
export function LateCalls() {
  const waits = useLongWaits();
  const called = useRef<readonly string[]>([]);
  const navigate = useNavigate();
  useEffect(() => {
    const late = waits.filter((one) => !called.current.includes(waitOf(one)));
    called.current = waits.map(waitOf);
    const news = late.map(({ talk }) => ({ kind: 'late', talk }) as const);
    void callAttention(news, ({ talk }) => navigate(pathOf('talks', talk)));
  }, [waits, navigate]);
  return null;
}
