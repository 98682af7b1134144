import { useState } from 'react';
import { t, written } from '../../../shared/t.ts';
import { holding } from '../../parts/holding.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { ChatPreview } from '../chat-preview.tsx';
import { useEntries, usePreview } from '../editing-queries.ts';
import type { Entry } from '../types.ts';

/** What agents find beside the team's own: the answer of every entry, unfolded where somebody looks. */
export function EntryReplies({ wanted }: { readonly wanted: string }) {
  const entries = useEntries();
  const holds = holding(wanted);
  return (
    <section className="panel" aria-label={t('条目的回复')}>
      <div className="panel-head">
        <h3>{t('条目的回复')}</h3>
      </div>
      <p className="form-hint">{t('每个条目自带一条，跟着条目走，不用另外维护。')}</p>
      <Loaded query={entries}>
        {(answer) =>
          answer.entries
            .filter(({ label, title, number }) => holds(`${label} ${title} ${t('第{entry}条', { entry: number })}`))
            .map((entry) => <EntryReply key={entry.number} entry={entry} />)
        }
      </Loaded>
    </section>
  );
}

function EntryReply({ entry: { number, label } }: { readonly entry: Entry }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('第{number}条 {label}', { number, label: written(label) })}</summary>
      {isOpen && <Unfolded entry={number} />}
    </details>
  );
}

function Unfolded({ entry }: { readonly entry: number }) {
  const preview = usePreview(entry);
  return (
    <Loaded query={preview} rows={4}>
      {({ replies }) => <ChatPreview replies={replies} />}
    </Loaded>
  );
}
