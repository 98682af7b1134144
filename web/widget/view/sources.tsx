import { useState } from 'preact/hooks';
import { t, written } from '../../shared/t.ts';
import type { Source } from '../api/types.ts';
import { EntrySheet } from './entry-sheet.tsx';
import { Icon } from './icon.tsx';

/** What an answer rests on, and of when it is; opens the entry itself. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const [entry, show] = useState<number>();
  return (
    <ul class="sources">
      {sources.map(({ entry: number, title, date }) => (
        <li key={number}>
          <button type="button" class="source" onClick={() => show(number)}>
            <Icon name="page" />
            <span>
              {t('依据：{title}', { title: written(title) })}&nbsp;· <span class="short">{date}</span>
            </span>
            <Icon name="right" />
          </button>
        </li>
      ))}
      {entry !== undefined && <EntrySheet number={entry} onClose={() => show(undefined)} />}
    </ul>
  );
}
