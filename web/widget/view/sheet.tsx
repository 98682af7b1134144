import { type ComponentChildren, render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { DeskProvider, useDesk } from '../desk.ts';
import { activeBeside } from './active.ts';
import { Icon } from './icon.tsx';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), a[href]';

/** A dialog over the whole panel, wherever in it it is asked for. */
export function Sheet(props: SheetProps) {
  const desk = useDesk();
  const here = useRef<HTMLSpanElement>(null);
  const room = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    const made = document.createElement('div');
    here.current?.closest('.panel')?.appendChild(made);
    room.current = made;
    return () => {
      render(null, made);
      made.remove();
    };
  }, []);
  useLayoutEffect(() => {
    if (!room.current) return;
    render(
      <DeskProvider value={desk}>
        <Dialog {...props} />
      </DeskProvider>,
      room.current,
    );
  });
  return <span ref={here} hidden />;
}

/** (The browser's own is missing before Safari 15.4.) Keeps the focus, and gives it back. */
function Dialog({ title, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  // At once: a key that is pressed next is for the sheet.
  useLayoutEffect(() => {
    const before = activeBeside(sheet.current);
    const inside = '.sheet-body button, .sheet-body input, .sheet-body textarea';
    // One whose content is still to come, or has nothing to press, is left by its own button.
    const first = sheet.current?.querySelector<HTMLElement>(inside) ?? sheet.current?.querySelector('button');
    first?.focus();
    return () => before?.focus();
  }, []);
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Tab') return;
    const all = [...(sheet.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
    const active = activeBeside(sheet.current);
    const [first, last] = [all[0], all[all.length - 1]];
    if (active !== (event.shiftKey ? first : last)) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: beside the sheet; Escape and its button close it, too.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div class="scrim" onClick={({ target, currentTarget }) => target === currentTarget && onClose()}>
      <div class="sheet" ref={sheet} role="dialog" aria-modal="true" aria-label={title} onKeyDown={keys}>
        <header>
          <h3>{title}</h3>
          <button type="button" class="square" aria-label={t('关闭')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="sheet-body">{children}</div>
      </div>
    </div>
  );
}
