import { useEffect } from 'react';
import { t } from '../../shared/t.ts';
import plain from '../icon.svg?url';
import marked from '../icon-dot.svg?url';

/** How many conversations want me, where one sees it from another tab: before the title, and as a dot on its icon. */
export function usePageMark(count: number): void {
  useEffect(() => {
    const title = t('客服台 · 备案助手');
    document.title = count > 0 ? `(${count}) ${title}` : title;
    setIcon(count > 0 ? marked : plain);
    return () => {
      document.title = title;
      setIcon(plain);
    };
  }, [count]);
}

function setIcon(address: string): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (link && link.getAttribute('href') !== address) link.setAttribute('href', address);
}
