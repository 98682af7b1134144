import { useCallback, useRef } from 'react';
import { call } from '../api/call.ts';

/** Milliseconds between two words that somebody is typing: shorter than for how long one of them holds. */
const PACE = 3_000;

/** Tells the person of a conversation that they are being written to. */
export function useSayTyping(talk: string): () => void {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return useCallback(() => {
    if (performance.now() - last.current < PACE) return;
    last.current = performance.now();
    // Where it does not arrive nothing is lost.
    call('POST', `/talks/${encodeURIComponent(talk)}/typing`).catch(() => {});
  }, [talk]);
}
