import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { offered } from '../lists/offered.ts';
import { pathOf, usePlace } from './place.ts';

/** The keys that work everywhere at the desk. */
export function useKeys(showKeys: () => void): void {
  const { talk } = usePlace();
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      const { key } = event;
      if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
        event.preventDefault();
        step(key === 'ArrowDown' ? 1 : -1);
      } else if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'k') {
        event.preventDefault();
        focus('.list-search input');
      } else if (!isTyping(event.target) && key === '?') {
        event.preventDefault();
        showKeys();
      } else if (!isTyping(event.target) && key === '/') {
        event.preventDefault();
        focus('.composer textarea') || focus('.replies input');
      }
    };

    /** As they stand in the list, whatever the list. */
    function step(by: 1 | -1): void {
      const { talks, reveal } = offered();
      const at = talks.findIndex((one) => one.talk === talk);
      const next = at < 0 ? talks[by === 1 ? 0 : talks.length - 1] : talks[at + by];
      if (!next) return;
      void navigate(pathOf(next.list, next.talk));
      reveal(next.talk);
    }

    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [talk, navigate, showKeys]);
}

function focus(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  return found !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
