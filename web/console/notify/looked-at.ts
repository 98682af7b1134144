/** Milliseconds within which other tabs say that they show a conversation. */
const WAITS = 150;
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('beian-console:looked-at');

interface Word {
  readonly is: 'asked' | 'shown';
  readonly talk: string;
}

channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (data.is === 'asked' && isShown(data.talk)) channel.postMessage({ is: 'shown', talk: data.talk } satisfies Word);
});

/** Whether somebody can see a conversation now, in this tab or in another one. */
export async function isLookedAt(talk: string): Promise<boolean> {
  if (isShown(talk)) return true;
  if (!channel) return false;
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<Word>): void => {
      if (data.is === 'shown' && data.talk === talk) end(true);
    };
    const end = (shown: boolean): void => {
      clearTimeout(timer);
      channel.removeEventListener('message', hear);
      resolve(shown);
    };
    const timer = setTimeout(end, WAITS, false);
    channel.addEventListener('message', hear);
    channel.postMessage({ is: 'asked', talk } satisfies Word);
  });
}

function isShown(talk: string): boolean {
  const [, open = ''] = /^\/console\/(?:talks|tickets|closed)\/([^/]+)/.exec(location.pathname) ?? [];
  return document.visibilityState === 'visible' && decodeURIComponent(open) === talk;
}
