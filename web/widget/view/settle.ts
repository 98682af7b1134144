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
