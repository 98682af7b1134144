import { useEffect, useRef } from 'react';
import { call } from '../api/call.ts';
import type { TalkView } from '../api/types.ts';

/** Milliseconds between two looks, and so between two marks of one conversation. */
const PACE = 700;
/** Pixels below the log's edge at which its last line still counts as seen. */
const NEAR = 120;

/** Tells the server how far I have read in a conversation of mine: while it can be seen, and its last line is in view. */
export function useReadMark({ summary, messages }: TalkView, isMine: boolean): void {
  const { talk, seq, read } = summary;
  const last = messages.at(-1)?.seq;
  const marked = useRef({ seq: 0, at: Number.NEGATIVE_INFINITY });
  const isDue = isMine && last !== undefined && read.agent < seq;

  useEffect(() => {
    if (!isDue || last === undefined) return;
    let isBusy = false;
    const look = async (): Promise<void> => {
      if (isBusy || marked.current.seq >= seq || !isInView(last)) return;
      if (performance.now() - marked.current.at < PACE) return;
      isBusy = true;
      await call('POST', `/talks/${encodeURIComponent(talk)}/read`, { seq }).then(
        () => {
          marked.current = { seq, at: performance.now() };
        },
        // Told again at the next look.
        () => {},
      );
      isBusy = false;
    };
    void look();
    // The log is drawn piece by piece and scrolls by itself: nothing tells when its end comes into view.
    const looking = setInterval(look, PACE);
    return () => clearInterval(looking);
  }, [talk, seq, last, isDue]);
}

/** Whether a line of the shown conversation can be seen. */
function isInView(seq: number): boolean {
  if (document.visibilityState !== 'visible') return false;
  const log = document.querySelector('.log');
  const line = log?.querySelector(`[data-seq="${seq}"]`)?.getBoundingClientRect();
  const room = log?.getBoundingClientRect();
  if (!line || !room || line.height === 0) return false;
  return line.bottom <= room.bottom + NEAR && line.bottom > room.top;
}
