import { useSyncExternalStore } from 'react';

let isPrinting = false;
const listeners = new Set<() => void>();

function tell(printing: boolean): void {
  isPrinting = printing;
  for (const listener of listeners) listener();
}
window.addEventListener('beforeprint', () => tell(true));
window.addEventListener('afterprint', () => tell(false));

/** Whether the page is being printed: then everything has to be drawn, not only what is in view. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isPrinting,
  );
}
