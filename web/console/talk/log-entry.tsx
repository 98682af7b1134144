import { memo } from 'react';
import { t } from '../../shared/t.ts';
import type { Note, Summary } from '../api/types.ts';
import { timeOf } from '../times.ts';
import { reasonName } from '../words.ts';
import { Bubble } from './bubble.tsx';
import { deliveryOf } from './delivery-of.ts';
import { Draft } from './draft.tsx';
import { type Names, sayEvent } from './say-event.ts';
import { Separator } from './separator.tsx';
import type { Entry } from './timeline.ts';

export interface LogEntryProps {
  readonly entry: Entry;
  readonly summary: Summary;
  readonly names: Names;
  readonly now: number;
  readonly draft: Note | undefined;
  readonly onAdopt: (() => void) | undefined;
  readonly onDismiss: () => void;
  readonly onPicture: (id: string) => void;
}

/** One thing that was said, written or done. Drawn anew only when it changes, not while others come into view. */
export const LogEntry = memo(function LogEntry(props: LogEntryProps) {
  const { entry, summary, names, now, draft, onAdopt, onDismiss, onPicture } = props;
  switch (entry.is) {
    case 'line':
      return (
        <Bubble
          line={entry.line}
          outcome={entry.outcome}
          isFirst={entry.isFirst}
          time={timeOf(entry.line.at, now)}
          delivery={deliveryOf(entry.line, summary)}
          onPicture={onPicture}
        />
      );
    case 'handover': {
      const detail = summary.reason ? reasonName(summary.reason) : '';
      return <Separator icon="person" title={t('转人工')} detail={detail} time={timeOf(entry.at, now)} />;
    }
    case 'ticket': {
      const { id, at, text, doneAt } = entry.ticket;
      return (
        <article className="turn turn-user">
          <p className="turn-head">
            {t('留言 {id}', { id })} <time>{timeOf(at, now)}</time>
            <span className="delivery">{doneAt === null ? t('未回答') : t('已回答')}</span>
          </p>
          <div className="bubble bubble-ticket">{text}</div>
        </article>
      );
    }
    case 'event':
      return <Separator {...sayEvent(entry.note, names, now)} time={timeOf(entry.note.at, now)} />;
    case 'draft':
      return <Draft note={entry.note} isOpen={entry.note.nth === draft?.nth} onAdopt={onAdopt} onDismiss={onDismiss} />;
    case 'note':
      return (
        <aside className="note">
          <p className="turn-head">
            {t('内部备注 · {name}', { name: names(entry.note.author) })} <time>{timeOf(entry.note.at, now)}</time>
          </p>
          <p>{String(entry.note.body.text ?? '')}</p>
        </aside>
      );
  }
});
