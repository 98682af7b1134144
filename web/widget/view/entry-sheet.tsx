import { useEffect, useState } from 'preact/hooks';
import type { z } from 'zod';
import type { PublicEntry } from '../../../src/adapters/schema/entry.ts';
import { t, written } from '../../shared/t.ts';
import { call } from '../api/call.ts';
import { useDesk } from '../desk.ts';
import { MarkdownText } from './markdown-text.tsx';
import { Sheet } from './sheet.tsx';

type Entry = z.output<typeof PublicEntry>;

/** An entry, whole. */
export function EntrySheet({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const { talk } = useDesk();
  const [entry, setEntry] = useState<Entry>();
  const [hasFailed, fail] = useState(false);
  useEffect(() => {
    void call<Entry>(talk.base, `entries/${number}`).then((got) => (got.ok ? setEntry(got.data) : fail(true)));
  }, [number, talk]);
  return (
    <Sheet title={entry ? t('第 {number} 条', { number }) : t('依据')} onClose={onClose}>
      {entry ? (
        <>
          <h4>{written(entry.title)}</h4>
          {entry.sections.map(({ heading, text }) => (
            <section key={heading}>
              <h5>{written(heading)}</h5>
              <MarkdownText text={written(text)} />
            </section>
          ))}
          <p class="quiet">
            {written(entry.source.title)} · {entry.source.date}
          </p>
        </>
      ) : (
        <p role="status">{hasFailed ? t('没有取到，请关掉再打开一次。') : t('正在打开')}</p>
      )}
    </Sheet>
  );
}
