import { t } from '../../shared/t.ts';
import { Icon } from '../parts/icon.tsx';
import { stopwatch } from '../times.ts';
import { useNow } from '../use-now.ts';

const NOTICE = 60_000;
const PROBLEM = 180_000;

export type Urgency = 'calm' | 'notice' | 'problem';

export function urgencyOf(ms: number): Urgency {
  if (ms >= PROBLEM) return 'problem';
  return ms >= NOTICE ? 'notice' : 'calm';
}

/** How long somebody waits: from a minute a notice, from three a problem; the icon says so without the colour. */
export function WaitingTime({ since }: { readonly since: string }) {
  const ms = useNow() - Date.parse(since);
  const urgency = urgencyOf(ms);
  return (
    <span className={`waiting waiting-${urgency}`}>
      <Icon name={urgency === 'problem' ? 'warn' : 'clock'} size={14} />
      <span className="hidden">{t('已等待')}</span>
      {stopwatch(ms)}
    </span>
  );
}
