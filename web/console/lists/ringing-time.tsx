import { t } from '../../shared/t.ts';
import { useNow } from '../use-now.ts';

/** How long a conversation still rings; then it goes to the next one. */
export function RingingTime({ until }: { readonly until: string | null }) {
  const now = useNow();
  if (until === null) return t('振铃中');
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return <span className="ringing-time">{t('振铃中 {seconds} 秒', { seconds })}</span>;
}
