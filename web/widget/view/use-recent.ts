import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Entries that are drawn at first, and more with each press: an old phone takes a tenth of a second for them. */
const RECENT = 40;

export interface Recent {
  /** Which entry is the first that is drawn. */
  readonly from: number;
  /** Earlier ones are coming in: they are not news to be read aloud. */
  readonly isGrowing: boolean;
  more(): void;
}

/** Draws only the end of a long conversation. What one reads stays where it is when earlier entries come above it. */
export function useRecent(scroll: RefObject<HTMLElement | null>, count: number, isLoading: boolean): Recent {
  const most = Math.max(0, count - RECENT);
  const hidden = useRef(most);
  const below = useRef<number | undefined>(undefined);
  const [presses, press] = useState(0);
  const [settled, settle] = useState(0);
  const isGrowing = presses !== settled;
  // What comes later is added to what is drawn; nothing is taken from its top again.
  if (isLoading) hidden.current = most;
  const from = Math.min(hidden.current, most);

  useLayoutEffect(() => {
    const box = scroll.current;
    if (presses === 0 || !box || below.current === undefined) return;
    box.scrollTop = box.scrollHeight - below.current;
    below.current = undefined;
    // The button that was pressed is gone then.
    if (hidden.current === 0) box.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    const timer = setTimeout(() => settle(presses), 1_000);
    return () => clearTimeout(timer);
  }, [presses, scroll]);
  return {
    from,
    isGrowing,
    more() {
      const box = scroll.current;
      if (box) below.current = box.scrollHeight - box.scrollTop;
      hidden.current = Math.max(0, from - RECENT);
      press(presses + 1);
    },
  };
}
