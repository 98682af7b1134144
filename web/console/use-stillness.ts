import { useSyncExternalStore } from 'react';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Whether nothing should move. antd is told: were its transitions cut short by style, it would misplace its menus. */
export function useStillness(): boolean {
  return useSyncExternalStore(
    (listener) => {
      still.addEventListener('change', listener);
      return () => still.removeEventListener('change', listener);
    },
    () => still.matches,
  );
}
