import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Options } from './options.ts';
import type { TrayState } from './pictures/tray-state.ts';
import type { Talk } from './talk/talk.ts';
import type { Unread } from './talk/unread.ts';

/** Everything the views are drawn from. */
export interface Desk {
  readonly talk: Talk;
  readonly options: ReadonlySignal<Options>;
  readonly isOpen: Signal<boolean>;
  readonly unread: Unread;
  /** Large text, one step at a time. */
  readonly isElder: Signal<boolean>;
  /** What is being written, kept while the panel is closed. */
  readonly draft: Signal<string>;
  readonly tray: TrayState;
  open(): void;
  close(): void;
}

const Context = createContext<Desk | undefined>(undefined);
export const DeskProvider = Context.Provider;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('No desk around');
  return desk;
}

const ELDER = 'beian-elder';

/** Kept per browser. */
export function elderSignal(): Signal<boolean> {
  const isElder = signal(read());
  isElder.subscribe((yes) => {
    try {
      if (yes) localStorage.setItem(ELDER, '1');
      else localStorage.removeItem(ELDER);
    } catch {
      // Without storage it holds for the page.
    }
  });
  return isElder;
}

function read(): boolean {
  try {
    return localStorage.getItem(ELDER) === '1';
  } catch {
    return false;
  }
}
