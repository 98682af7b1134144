/** Pixels above what is shown. */
const ROOM = 12;

/**
 * Shows the end of a conversation; of a long answer its beginning, under the question, and of what an agent said the
 * last of it. How it begins stays in view.
 */
export function settle(box: HTMLElement | null): void {
  if (!box) return;
  const said = box.querySelectorAll('.line-own, .line-agent');
  const latest = said[said.length - 1];
  // Not by offsetTop, which an animation above it changes.
  const top = latest ? latest.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - ROOM : 0;
  box.scrollTop = Math.min(box.scrollHeight - box.clientHeight, top);
}

/** Brings the last thing that the widget itself says into view, wherever one reads, and moves no further than that. */
export function reveal(box: HTMLElement | null): void {
  const notes = box?.querySelectorAll('.note') ?? [];
  const note = notes[notes.length - 1];
  if (!box || !note) return;
  const [seen, shown] = [box.getBoundingClientRect(), note.getBoundingClientRect()];
  const below = shown.bottom + ROOM - seen.bottom;
  const above = seen.top + ROOM - shown.top;
  if (below > 0) box.scrollTop += below;
  else if (above > 0) box.scrollTop -= above;
}
