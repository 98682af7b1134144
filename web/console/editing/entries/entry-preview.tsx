import { t } from '../../../shared/t.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { ChatPreview } from '../chat-preview.tsx';
import { usePreview } from '../editing-queries.ts';

export function EntryPreview({ entry }: { readonly entry: number }) {
  const preview = usePreview(entry);
  return (
    <section className="panel entry-preview" aria-label={t('用户看到的样子')}>
      <h3>{t('用户看到的样子')}</h3>
      <Loaded query={preview} rows={8}>
        {({ replies }) => <ChatPreview replies={replies} />}
      </Loaded>
    </section>
  );
}
