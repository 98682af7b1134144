import { useEffect, useState } from 'react';
import { t } from '../../shared/t.ts';
import { stopwatch } from '../times.ts';
import { useNow } from '../use-now.ts';

/** Milliseconds that something hidden stays open. */
const OPEN = 5 * 60_000;

/** Says how long something stays open, and closes it then. */
export function ClosesBy({ onClose }: { readonly onClose: () => void }) {
  const now = useNow();
  const [until] = useState(now + OPEN);
  const isOver = now >= until;
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  return (
    <p className="sheet-hint">
      {t('{time} 后自动关闭。关闭之后要再看，需要再写一次原因。', { time: stopwatch(Math.max(0, until - now)) })}
    </p>
  );
}
