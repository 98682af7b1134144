import { signal } from '@preact/signals';

/** How the widget stands in the page: as a button that opens a panel, inside its element, or as the whole page. */
export type Mode = 'launcher' | 'inline' | 'page';
export type Scheme = 'auto' | 'light' | 'dark';

/** What the attributes of the element say; `data-` where HTML wants it so. */
export interface Options {
  readonly mode: Mode;
  readonly side: 'left' | 'right';
  readonly scheme: Scheme;
}

export const DEFAULTS: Options = { mode: 'launcher', side: 'right', scheme: 'auto' };

export function optionsOf(element: HTMLElement): Options {
  const { mode, side, scheme } = element.dataset;
  return {
    mode: mode === 'inline' || mode === 'page' ? mode : DEFAULTS.mode,
    side: side === 'left' ? 'left' : DEFAULTS.side,
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : DEFAULTS.scheme,
  };
}

/** Which attributes change how it stands. */
export const ATTRIBUTES = ['data-mode', 'data-side', 'data-scheme', 'data-locale'] as const;

export const createOptions = () => signal<Options>(DEFAULTS);
