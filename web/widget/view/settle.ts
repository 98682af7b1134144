import type { Move } from '../talk/arrival.ts';

/** Pixels above what is shown. */
const ROOM = 12;

/** What is kept in view: as `arrival` says, or the very end, where one has gone oneself. */
export type Stance = Exclude<Move, 'stay'> | 'end';

/** The last one of these is shown from its beginning, even where the end is further down. */
const BEGINS = {
  answer: '.line-own, .line-agent',
  latest: '.line-own, .line-agent, .line-system, .note, .queue, .rating',
};

/** Shows the end of a conversation, and of what is longer than the view the beginning. How it begins stays in view. */
export function settle(box: HTMLElement, stance: Stance): void {
  const end = box.scrollHeight - box.clientHeight;
  box.scrollTop = stance === 'end' ? end : Math.min(end, beginning(box, BEGINS[stance]));
}

function beginning(box: HTMLElement, selector: string): number {
  const all = box.querySelectorAll(selector);
  const last = all[all.length - 1];
  // Not by offsetTop, which an animation above it changes.
  return last ? last.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - ROOM : 0;
}

/** Brings the last thing that the widget itself says into view, wherever one reads, and moves no further than that. */
export function reveal(box: HTMLElement | null): void {
  const notes = box?.querySelectorAll('.line.note') ?? [];
  const note = notes[notes.length - 1];
  if (!box || !note) return;
  const [seen, shown] = [box.getBoundingClientRect(), note.getBoundingClientRect()];
  const below = shown.bottom + ROOM - seen.bottom;
  const above = seen.top + ROOM - shown.top;
  if (below > 0) box.scrollTop += below;
  else if (above > 0) box.scrollTop -= above;
}
