import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { arrival, type Speaker } from '../talk/arrival.ts';
import { reveal, type Stance, settle } from './settle.ts';

/** Pixels from the end within which one is at it. */
const NEAR = 80;

export interface View {
  /** Goes to the end, and stays there. */
  toEnd(): void;
  /** Leaves the view where it is, whatever comes, until one is back at the end. */
  stay(): void;
}

/** Keeps in view what is to be read as things come, unless one has gone elsewhere by hand. */
export function useView(scroll: RefObject<HTMLElement | null>): View {
  const { talk, unread } = useDesk();
  const { lines, outgoing, notices, isLoading, isTyping, waiting, state } = talk;
  const { isAway } = unread;
  const stance = useRef<Stance>('answer');
  /** Whether a hand has moved since the view was last placed: only then a scroll is the reader's own. */
  const byHand = useRef(false);
  /** The last line that was shown or counted, and whose conversation it was. */
  const known = useRef({ seq: 0, state: state.value.state });

  const place = (): void => {
    if (isAway.value || !scroll.current) return;
    byHand.current = false;
    settle(scroll.current, stance.current);
  };
  const comes = (by: Speaker): void => {
    const move = arrival(by, isAway.value);
    if (move === 'stay') return;
    isAway.value = false;
    stance.current = move;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: hears of the same box all the time.
  useEffect(() => {
    const box = scroll.current;
    if (!box) return;
    const moved = (): void => {
      byHand.current = true;
    };
    const pressed = ({ target }: Event): void => {
      // The box itself is pressed only where its scrollbar is: everything else stands in the log.
      if (target === box) moved();
    };
    const typed = (event: KeyboardEvent): void => {
      const [target] = event.composedPath();
      if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) moved();
    };
    const scrolled = (): void => {
      if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) {
        isAway.value = false;
        if (byHand.current) stance.current = 'end';
      } else if (byHand.current) isAway.value = true;
    };
    box.addEventListener('wheel', moved, { passive: true });
    box.addEventListener('touchmove', moved, { passive: true });
    box.addEventListener('pointerdown', pressed);
    // Keys scroll what was last pressed, wherever the focus is.
    addEventListener('keydown', typed, true);
    box.addEventListener('scroll', scrolled, { passive: true });
    // The keyboard of a phone and a growing composer take room from the end, and pictures and cards come late. (Safari
    // before 13.1 has no observer.)
    const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(place) : undefined;
    for (const node of [box, box.firstElementChild]) if (node) observer?.observe(node);
    return () => {
      removeEventListener('keydown', typed, true);
      observer?.disconnect();
      isAway.value = false;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what one just wrote is always in view.
  useLayoutEffect(() => {
    comes('own');
    place();
  }, [outgoing.value.length, isLoading.value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever something was added.
  useLayoutEffect(() => {
    const before = known.current;
    const last = lines.value[lines.value.length - 1];
    known.current = { seq: isLoading.value ? 0 : (last?.seq ?? 0), state: state.value.state };
    if (isLoading.value) return;
    for (const { seq, by } of lines.value) if (seq > before.seq) comes(by);
    if (before.state !== state.value.state) comes('card');
    place();
  }, [lines.value, outgoing.value, waiting.value, isTyping.value, isLoading.value, state.value.state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever the widget says something.
  useLayoutEffect(() => {
    if (notices.value.length > 0) comes('system');
    reveal(scroll.current);
  }, [notices.value]);

  return {
    toEnd() {
      isAway.value = false;
      stance.current = 'end';
      place();
    },
    stay() {
      isAway.value = true;
    },
  };
}
