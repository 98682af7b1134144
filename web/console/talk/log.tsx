import { Button } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePresence } from '../api/desk-queries.ts';
import type { Note, TalkView } from '../api/types.ts';
import { useTyping } from '../api/typing.ts';
import { useMe } from '../me.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { REASON_NAMES } from '../words.ts';
import { Bubble } from './bubble.tsx';
import { deliveryOf } from './delivery-of.ts';
import { Draft } from './draft.tsx';
import type { Outgoing } from './outbox.ts';
import { PendingBubble } from './pending-bubble.tsx';
import { namesOf, sayEvent } from './say-event.ts';
import { Separator } from './separator.tsx';
import { type Entry, timelineOf } from './timeline.ts';

/** Entries shown at first; older ones come when asked for. */
const LATEST = 150;
/** Pixels from the end within which one counts as reading the end. */
const NEAR = 120;

interface LogProps {
  readonly view: TalkView;
  readonly pending: readonly Outgoing[];
  readonly draft: Note | undefined;
  readonly onAdopt: (() => void) | undefined;
  readonly onDismiss: () => void;
  readonly onRetry: (outgoing: Outgoing) => void;
  readonly onPicture: (id: string) => void;
}

/** Everything that was said and done, the latest at the end and in view. */
export function Log({ view, pending, draft, onAdopt, onDismiss, onRetry, onPicture }: LogProps) {
  const { id: me } = useMe();
  const { data: present } = usePresence();
  const now = useMinute();
  const typing = useTyping(view.summary.talk);
  const [isWhole, showWhole] = useState(false);
  const names = namesOf(present, me);
  const all = timelineOf(view);
  const shown = isWhole ? all : all.slice(-LATEST);
  const end = useStickyEnd(`${all.length} ${pending.length} ${typing}`);

  const entry = (one: Entry) => {
    switch (one.is) {
      case 'line':
        return (
          <Bubble
            key={one.line.seq}
            line={one.line}
            outcome={one.outcome}
            isFirst={one.isFirst}
            time={timeOf(one.line.at, now)}
            delivery={deliveryOf(one.line, view.summary)}
            onPicture={onPicture}
          />
        );
      case 'handover': {
        const { reason } = view.summary;
        const detail = reason ? REASON_NAMES[reason] : '';
        return <Separator key={one.key} icon="person" title="转人工" detail={detail} time={timeOf(one.at, now)} />;
      }
      case 'ticket': {
        const { id, at, text, doneAt } = one.ticket;
        return (
          <article key={id} className="turn turn-user">
            <p className="turn-head">
              留言 {id} <time>{timeOf(at, now)}</time>
              <span className="delivery">{doneAt === null ? '未回答' : '已回答'}</span>
            </p>
            <div className="bubble bubble-ticket">{text}</div>
          </article>
        );
      }
      case 'event':
        return (
          <Separator key={`e${one.note.nth}`} {...sayEvent(one.note, names, now)} time={timeOf(one.note.at, now)} />
        );
      case 'draft':
        return (
          <Draft
            key={`d${one.note.nth}`}
            note={one.note}
            isOpen={one.note.nth === draft?.nth}
            onAdopt={onAdopt}
            onDismiss={onDismiss}
          />
        );
      case 'note':
        return (
          <aside key={`n${one.note.nth}`} className="note">
            <p className="turn-head">
              内部备注 · {names(one.note.author)} <time>{timeOf(one.note.at, now)}</time>
            </p>
            <p>{String(one.note.body.text ?? '')}</p>
          </aside>
        );
    }
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and who has no mouse scrolls it with keys.
    <div className="log" ref={end} role="log" aria-label="对话内容" tabIndex={0}>
      {shown.length < all.length && (
        <Button className="earlier" onClick={() => showWhole(true)}>
          看更早的 {all.length - shown.length} 条
        </Button>
      )}
      {shown.map(entry)}
      {pending.map((one) => (
        <PendingBubble key={one.id} outgoing={one} onRetry={() => onRetry(one)} />
      ))}
      {typing && <p className="typing">对方正在输入…</p>}
    </div>
  );
}

/** The time, for what changes once a day: the whole log is not drawn every second. */
function useMinute(): number {
  const now = useNow();
  return Math.floor(now / 60_000) * 60_000;
}

/** Stays at the end while one reads there. */
function useStickyEnd(changes: string) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const log = box.current;
    const scrolled = (): void => {
      if (log) isAtEnd.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    };
    log?.addEventListener('scroll', scrolled, { passive: true });
    const resized = new ResizeObserver(() => {
      if (log && isAtEnd.current) log.scrollTop = log.scrollHeight;
    });
    if (log) resized.observe(log);
    return () => {
      log?.removeEventListener('scroll', scrolled);
      resized.disconnect();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever something was added.
  useLayoutEffect(() => {
    if (box.current && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [changes]);
  return box;
}
