import { type Desk, DeskProvider } from '../desk.ts';
import { locale } from '../locale.ts';
import { Launcher } from './launcher.tsx';
import { Panel } from './panel.tsx';

/** The whole widget: the button that opens it where it has one, and the panel; drawn anew in other characters. */
export function Root({ desk }: { readonly desk: Desk }) {
  const { mode } = desk.options.value;
  return (
    <DeskProvider value={desk} key={locale.value}>
      {(mode !== 'launcher' || desk.isOpen.value) && <Panel />}
      {mode === 'launcher' && <Launcher />}
    </DeskProvider>
  );
}
