import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Mode } from '../options.ts';

/** Keeps the composer above the keyboard of a phone: Safari shrinks only the visual viewport, not the page. */
export function useKeyboardRoom(panel: RefObject<HTMLElement | null>, mode: Mode): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view || mode === 'inline') return;
    const fit = (): void => {
      const isCovered = window.innerHeight - view.height > 80 && view.scale === 1 && window.innerWidth < 480;
      const { style } = panel.current ?? {};
      if (!style) return;
      style.height = isCovered ? `${view.height}px` : '';
      style.top = isCovered ? `${view.offsetTop}px` : '';
    };
    view.addEventListener('resize', fit);
    view.addEventListener('scroll', fit);
    return () => {
      view.removeEventListener('resize', fit);
      view.removeEventListener('scroll', fit);
    };
  }, [panel, mode]);
}
