/**
 * Keeps the composer above the keyboard of a phone. Where the browser shrinks the page itself
 * (`interactive-widget=resizes-content`), there is nothing left to do; Safari only shrinks the visual viewport.
 */
export function followKeyboard(view = window.visualViewport) {
  view?.addEventListener('resize', () => {
    const covered = window.innerHeight - view.height > 80 && view.scale === 1;
    document.body.style.height = covered ? `${view.height}px` : '';
    if (covered) window.scrollTo(0, 0);
  });
}
