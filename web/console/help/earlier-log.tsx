import { Button, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { t } from '../../shared/t.ts';
import { messageOf } from '../api/api-error.ts';
import { usePresence, useTalk } from '../api/desk-queries.ts';
import { useMe } from '../me.ts';
import { Icon } from '../parts/icon.tsx';
import { LogEntry } from '../talk/log-entry.tsx';
import { namesOf } from '../talk/say-event.ts';
import { keyOf, timelineOf } from '../talk/timeline.ts';
import { useNow } from '../use-now.ts';
import { PictureSheet } from './picture-sheet.tsx';

/** Entries that are drawn at first; the ones before when asked for. */
const LATEST = 100;

/** Another conversation of the same person, to be read beside the one at hand. */
export function EarlierLog({ talk, onClose }: { readonly talk: string; readonly onClose: () => void }) {
  const { data: view, error } = useTalk(talk);
  const { id: me } = useMe();
  const { data: present } = usePresence();
  const now = Math.floor(useNow() / 60_000) * 60_000;
  const [count, setCount] = useState(LATEST);
  const [picture, showPicture] = useState<string>();
  const names = useMemo(() => namesOf(present, me), [present, me]);
  const entries = useMemo(() => (view ? timelineOf(view) : []), [view]);
  const shown = entries.slice(-count);
  return (
    <section className="earlier-log" aria-label={t('以前的一个对话，只读')}>
      <Button icon={<Icon name="back" size={16} />} onClick={onClose}>
        {t('返回以前的对话')}
      </Button>
      {error && <p role="alert">{messageOf(error)}</p>}
      {!view && !error && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {shown.length < entries.length && (
        <Button onClick={() => setCount(count + LATEST)}>
          {t('看更早的 {count} 条', { count: entries.length - shown.length })}
        </Button>
      )}
      {view &&
        shown.map((entry) => (
          <LogEntry
            key={keyOf(entry)}
            entry={entry}
            summary={view.summary}
            names={names}
            now={now}
            draft={undefined}
            onAdopt={undefined}
            onDismiss={nothing}
            onPicture={showPicture}
          />
        ))}
      {view && picture !== undefined && (
        <PictureSheet view={view} id={picture} onClose={() => showPicture(undefined)} />
      )}
    </section>
  );
}

function nothing(): void {}
