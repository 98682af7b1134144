import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Takes pictures that are dropped on the panel, or anywhere on a page that is all ours, where one that is dropped
 * beside the field would otherwise replace the page. Tells whether something is held over it.
 */
export function useDrops(
  form: RefObject<HTMLFormElement | null>,
  isWholePage: boolean,
  take: (files: readonly File[]) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const area = isWholePage ? document : form.current?.closest<HTMLElement>('.panel');
    if (!area) return;
    const over = (event: Event): void => {
      event.preventDefault();
      setOver([...((event as DragEvent).dataTransfer?.types ?? [])].includes('Files'));
    };
    const leave = (event: Event): void => {
      if (!(event as DragEvent).relatedTarget) setOver(false);
    };
    const drop = (event: Event): void => {
      setOver(false);
      const files = [...((event as DragEvent).dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    area.addEventListener('dragover', over);
    area.addEventListener('dragleave', leave);
    area.addEventListener('drop', drop);
    return () => {
      area.removeEventListener('dragover', over);
      area.removeEventListener('dragleave', leave);
      area.removeEventListener('drop', drop);
    };
  }, [form, isWholePage, take]);
  return isOver;
}
