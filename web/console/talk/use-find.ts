import { useEffect, useMemo, useState } from 'react';
import { findEntries } from './find-entries.ts';
import type { Entry } from './timeline.ts';

/** Finding in a conversation: what is looked for, where it stands, at which of these places one is. */
export interface Find {
  readonly wanted: string;
  readonly hits: readonly number[];
  /** Which of the hits one is at, from 0; -1 where there is none. */
  readonly at: number;
  /** The place of that entry. */
  readonly here: number | undefined;
  want(text: string): void;
  /** To the next newer (1) or older (-1) one, round and round. */
  step(by: 1 | -1): void;
}

/** The newest one is looked at first. */
export function useFind(entries: readonly Entry[]): Find {
  const [wanted, setWanted] = useState('');
  const [back, setBack] = useState(0);
  const hits = useMemo(() => findEntries(entries, wanted), [entries, wanted]);
  const at = hits.length === 0 ? -1 : hits.length - 1 - (((back % hits.length) + hits.length) % hits.length);
  return {
    wanted,
    hits,
    at,
    here: hits[at],
    want(text) {
      setWanted(text);
      setBack(0);
    },
    step: (by) => setBack((now) => now - by),
  };
}

/** Ctrl+F: the browser's own finds only what is drawn just now. Once more, and it is the browser's. */
export function useFindKey(isOpen: boolean, open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'f';
      if (!isFind || document.querySelector('dialog[open]')) return;
      const field = document.querySelector<HTMLInputElement>('.find-bar input');
      if (isOpen && document.activeElement === field) return;
      event.preventDefault();
      if (isOpen) field?.select();
      open();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOpen, open]);
}
