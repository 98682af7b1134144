import { Fragment, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { t } from '../../shared/t.ts';
import { usePresence } from '../api/desk-queries.ts';
import { olderOf } from '../api/talk-lines.ts';
import type { Note, TalkView } from '../api/types.ts';
import { useTyping } from '../api/typing.ts';
import { useMe } from '../me.ts';
import { useNow } from '../use-now.ts';
import { Announcer } from './announcer.tsx';
import { FindBar } from './find-bar.tsx';
import { LogEntry } from './log-entry.tsx';
import { LOG_PARTS, type LogContext } from './log-parts.tsx';
import type { Outgoing } from './outbox.ts';
import { PendingBubble } from './pending-bubble.tsx';
import { namesOf } from './say-event.ts';
import { type Entry, keyOf, timelineOf } from './timeline.ts';
import { ToLatest } from './to-latest.tsx';
import { useFind, useFindKey } from './use-find.ts';
import { useFirstIndex } from './use-first-index.ts';
import { useOlder } from './use-older.ts';
import { usePrinting } from './use-printing.ts';

/** Pixels from the end within which one counts as reading the end. */
const NEAR = 120;

interface LogProps {
  readonly view: TalkView;
  readonly pending: readonly Outgoing[];
  readonly draft: Note | undefined;
  readonly finds: boolean;
  readonly onFind: (finds: boolean) => void;
  readonly onAdopt: (() => void) | undefined;
  readonly onDismiss: () => void;
  readonly onRetry: (outgoing: Outgoing) => void;
  readonly onPicture: (id: string) => void;
}

/** What stands in the log: what was said and done, what is on its way, whether somebody types. */
type Row = Entry | { readonly is: 'pending'; readonly outgoing: Outgoing } | { readonly is: 'typing' };

/** Everything that was said and done, the latest at the end and in view; only what is in view is drawn. */
export function Log({ view, pending, finds, onFind, onRetry, ...rest }: LogProps) {
  const { summary } = view;
  const { id: me } = useMe();
  const { data: present } = usePresence();
  const now = useMinute();
  const typing = useTyping(summary.talk);
  const entries = useMemo(() => timelineOf(view), [view]);
  const rows: readonly Row[] = [
    ...entries,
    ...pending.map((outgoing) => ({ is: 'pending', outgoing }) as const),
    ...(typing ? [{ is: 'typing' } as const] : []),
  ];
  const list = useRef<VirtuosoHandle>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const older = useOlder(summary.talk);
  const find = useFind(entries);
  const isPrinting = usePrinting();
  const firstIndex = useFirstIndex(useMemo(() => entries.map(keyOf), [entries]));
  useFindKey(
    finds,
    useCallback(() => onFind(true), [onFind]),
  );
  const { here } = find;
  useEffect(() => {
    if (finds && here !== undefined) list.current?.scrollToIndex({ index: here, align: 'center' });
  }, [finds, here]);
  // What one says oneself is looked at, wherever one was reading.
  useEffect(() => {
    if (pending.length > 0) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
  }, [pending.length]);

  const names = useMemo(() => namesOf(present, me), [present, me]);
  const draw = (row: Row): ReactNode => {
    if (row.is === 'pending') return <PendingBubble outgoing={row.outgoing} onRetry={() => onRetry(row.outgoing)} />;
    if (row.is === 'typing') return <p className="typing">{t('对方正在输入…')}</p>;
    return <LogEntry entry={row} summary={summary} names={names} now={now} {...rest} />;
  };
  const hit = finds && here !== undefined ? entries[here] : undefined;
  const drawIn = (row: Row) => <div className={row === hit ? 'log-row log-hit' : 'log-row'}>{draw(row)}</div>;
  const count = olderOf(view);
  return (
    <div className="log-room">
      {finds && (
        <FindBar
          find={find}
          older={count}
          isBusy={older.isBusy}
          onOlder={() => void older.read(true)}
          onClose={() => onFind(false)}
        />
      )}
      {isPrinting ? (
        <div className="log">
          {rows.map((row) => (
            <Fragment key={keyOfRow(row)}>{drawIn(row)}</Fragment>
          ))}
        </div>
      ) : (
        <Virtuoso<Row, LogContext>
          ref={list}
          className="log"
          role="region"
          aria-label={t('对话内容')}
          data={rows}
          context={{ older, count }}
          components={LOG_PARTS}
          computeItemKey={(_index, row) => keyOfRow(row)}
          itemContent={(_index, row) => drawIn(row)}
          firstItemIndex={firstIndex}
          initialTopMostItemIndex={{ index: 'LAST', align: 'end' }}
          alignToBottom
          followOutput={(wasAtEnd) => wasAtEnd && 'auto'}
          atBottomThreshold={NEAR}
          atBottomStateChange={setAtEnd}
          startReached={() => count > 0 && void older.read()}
          increaseViewportBy={{ top: 800, bottom: 400 }}
        />
      )}
      {!isAtEnd && (
        <ToLatest seq={summary.seq} onPress={() => list.current?.scrollToIndex({ index: 'LAST', align: 'end' })} />
      )}
      <Announcer lines={view.messages} />
    </div>
  );
}

function keyOfRow(row: Row): string {
  if (row.is === 'pending') return `pending ${row.outgoing.id}`;
  return row.is === 'typing' ? 'typing' : keyOf(row);
}

/** The time, for what changes once a day: the whole log is not drawn every second. */
function useMinute(): number {
  const now = useNow();
  return Math.floor(now / 60_000) * 60_000;
}
