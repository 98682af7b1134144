import type { ReactNode } from 'react';
import { t } from '../../shared/t.ts';
import type { Waiting } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';
import { stopwatch } from '../times.ts';
import { useNow } from '../use-now.ts';
import { visitorName } from '../words.ts';
import { sayDuration } from './say-duration.ts';
import type { Today, Wall } from './types.ts';
import { sinceOf } from './use-long-waits.ts';

interface WallTilesProps {
  readonly wall: Wall | undefined;
  readonly today: Today | undefined;
  readonly waiting: readonly Waiting[] | undefined;
}

/** The numbers that are read from across the room. */
export function WallTiles({ wall, today, waiting = [] }: WallTilesProps) {
  const now = useNow();
  const longest = waiting.toSorted((a, b) => sinceOf(a) - sinceOf(b))[0];
  const limit = wall?.longWait ?? Number.POSITIVE_INFINITY;
  const tooLong = waiting.filter((one) => now - sinceOf(one) >= limit * 1_000).length;
  const onDuty = (wall?.agents ?? []).filter(({ available, isGone }) => available && !isGone);
  const room = onDuty.reduce((sum, { capacity, load }) => sum + Math.max(0, capacity - load), 0);
  return (
    <ul className="tiles">
      <Tile
        label={t('最长等待')}
        value={longest ? stopwatch(now - sinceOf(longest)) : '–'}
        hint={longest ? visitorName(longest.talk) : t('没有人在等')}
        isUrgent={tooLong > 0}
      />
      <Tile
        label={t('正在等待')}
        value={waiting.length}
        unit={t('人')}
        hint={
          wall &&
          (tooLong > 0
            ? t('{count} 人超过 {limit}', { count: tooLong, limit: sayDuration(limit) })
            : t('没有超过 {limit} 的', { limit: sayDuration(limit) }))
        }
      />
      <Tile
        label={t('在岗')}
        value={wall ? onDuty.length : undefined}
        unit={t('人')}
        hint={t('还可接待 {room} 个', { room })}
      />
      <Tile
        label={t('今日等待中位')}
        value={today && (today.medianWait === null ? '–' : stopwatch(today.medianWait))}
        hint={t('等到客服的人')}
      />
      <Tile label={t('今日机器人解决')} value={today?.solvedByBot} unit={t('个')} hint={today && shareOf(today)} />
      <Tile
        label={t('今日客服解决')}
        value={today?.solvedByPeople}
        unit={t('个')}
        hint={wall && t('另有 {count} 个在接待', { count: wall.held.length })}
      />
    </ul>
  );
}

function shareOf({ solvedByBot, conversations }: Today): string {
  if (conversations === 0) return t('今天还没有对话');
  const percent = Math.round((solvedByBot / conversations) * 100);
  return t('占今天对话的 {percent}%', { percent });
}

interface TileProps {
  readonly label: string;
  /** Undefined while it is read. */
  readonly value: ReactNode;
  readonly unit?: string;
  readonly hint?: ReactNode;
  readonly isUrgent?: boolean;
}

function Tile({ label, value = '…', unit, hint, isUrgent = false }: TileProps) {
  return (
    <li className={isUrgent ? 'tile tile-urgent' : 'tile'}>
      <p className="tile-label">
        {isUrgent && <Icon name="warn" size={16} />}
        {label}
      </p>
      <p className="tile-value">
        <b>{value}</b>
        {unit && <span>{unit}</span>}
      </p>
      <p className="tile-hint">{hint}</p>
    </li>
  );
}
