import type { ListName } from '../desk/place.ts';

/** A conversation as it stands in the list that is shown. */
export interface Offered {
  readonly talk: string;
  readonly list: ListName;
}

interface Shown {
  readonly talks: readonly Offered[];
  /** Brings one into view and puts the focus on it. */
  reveal(talk: string): void;
}

const NOTHING: Shown = { talks: [], reveal() {} };
let shown = NOTHING;

/** Tells what the list shows from now on; returns how to take it back. */
export function offer(next: Shown): () => void {
  shown = next;
  return () => {
    if (shown === next) shown = NOTHING;
  };
}

/** The conversations of the list, from top to bottom, also those that are not drawn just now. */
export function offered(): Shown {
  return shown;
}
