import { useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';

/** Milliseconds between two notes that somebody types. */
const PACE = 3_000;

/** Tells an agent that the person is typing, while one has the conversation or it waits for one. */
export function useTellTyping(): () => void {
  const { talk } = useDesk();
  const last = useRef(0);
  return () => {
    const { state } = talk.state.value;
    if ((state !== 'agent' && state !== 'queued') || Date.now() - last.current < PACE) return;
    last.current = Date.now();
    void talk.post('typing', {});
  };
}
