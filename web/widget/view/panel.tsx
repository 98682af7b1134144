import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../shared/t.ts';
import { useDesk } from '../desk.ts';
import { activeBeside } from './active.ts';
import { Bar } from './bar.tsx';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import { Log } from './log.tsx';
import { useKeyboardRoom } from './use-keyboard-room.ts';

/** The conversation with its frame. Escape closes it where it can be opened again. */
export function Panel() {
  const { options, close } = useDesk();
  const panel = useRef<HTMLElement>(null);
  const { mode } = options.value;
  useKeyboardRoom(panel, mode);
  useEffect(() => {
    if (mode === 'launcher' && matchMedia('(pointer: fine)').matches) {
      panel.current?.querySelector<HTMLElement>('textarea')?.focus();
    }
  }, [mode]);
  useLayoutEffect(() => {
    const root = panel.current?.getRootNode() as ShadowRoot;
    return () => {
      // Whoever closes it with the keyboard goes on where it was opened, once that button is there again.
      if (panel.current?.contains(activeBeside(panel.current))) {
        requestAnimationFrame(() => root.querySelector<HTMLElement>('.launcher')?.focus());
      }
    };
  }, []);
  return (
    <section
      class="panel"
      ref={panel}
      role={mode === 'launcher' ? 'dialog' : 'region'}
      aria-label={t('备案助手')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && mode === 'launcher' && !event.isComposing) close();
      }}
    >
      <Header />
      <Bar />
      <Log />
      <Composer />
    </section>
  );
}
