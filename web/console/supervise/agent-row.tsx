import { useState } from 'react';
import { t } from '../../shared/t.ts';
import { WaitingTime } from '../lists/waiting-time.tsx';
import { Icon } from '../parts/icon.tsx';
import { roughly, timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { agentName } from '../words.ts';
import { TalkRow } from './talk-row.tsx';
import type { Held, OnWall } from './types.ts';

interface AgentRowProps {
  readonly one: OnWall;
  readonly agents: readonly OnWall[];
  readonly held: readonly Held[];
}

/** An agent with their load and the oldest message they have not answered; their conversations on demand. */
export function AgentRow({ one, agents, held }: AgentRowProps) {
  const { agent, number, name, available, isGone, load, capacity } = one;
  const [isOpen, setOpen] = useState(false);
  const [oldest] = held.flatMap(({ unansweredSince }) => unansweredSince ?? []).toSorted();
  const isFull = available && load >= capacity;
  return (
    <li className="agent-row" data-agent={agent}>
      <div className="agent-line">
        <span className="agent-name">
          <b>{agentName(number)}</b> {name}
        </span>
        <span className="agent-state">
          <span className={`dot dot-${isGone ? 'notice' : available ? 'good' : 'off'}`} />
          <State one={one} />
        </span>
        <span className="agent-load">
          <span className="load" aria-hidden="true">
            <span
              className={isFull ? 'load-full' : ''}
              style={{ width: `${Math.min(100, (load / (capacity || 1)) * 100)}%` }}
            />
          </span>
          <span className="load-words">
            {t('{load} / {capacity}', { load, capacity })}
            {isFull && <span className="chip chip-notice">{t('已满')}</span>}
          </span>
        </span>
        <span className="agent-oldest">
          {oldest === undefined ? (
            t('没有未答的')
          ) : (
            <>
              {t('最久未答')} <WaitingTime since={oldest} />
            </>
          )}
        </span>
        <button
          type="button"
          className="agent-more"
          aria-expanded={isOpen}
          aria-label={t('{agent} 的 {count} 个对话', { agent: agentName(number), count: held.length })}
          disabled={held.length === 0}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'up' : 'down'} size={16} />
        </button>
      </div>
      {isOpen && held.length > 0 && (
        <ul className="wall-rows agent-talks">
          {held.toSorted(byUnanswered).map((talk) => (
            <TalkRow
              key={talk.talk}
              {...{ talk: talk.talk, channel: talk.channel, reason: talk.reason, owner: agent, agents }}
              about={<About talk={talk} />}
              time={talk.unansweredSince === null ? '' : <WaitingTime since={talk.unansweredSince} />}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function State({ one: { available, isGone, seenAt } }: { readonly one: OnWall }) {
  const now = useNow();
  if (isGone) return <>{t('不在，最后在 {time}', { time: timeOf(seenAt, now) })}</>;
  return <>{available ? t('接待中') : t('在，没有接待')}</>;
}

function About({ talk: { due, unansweredSince, lastAt } }: { readonly talk: Held }) {
  const now = useNow();
  if (due !== null) return <>{t('{time} 再看', { time: timeOf(due, now) })}</>;
  if (unansweredSince !== null) return <>{t('等客服回复')}</>;
  return <>{t('等对方 {time}', { time: roughly(now - Date.parse(lastAt)) })}</>;
}

function byUnanswered(a: Held, b: Held): number {
  return (a.unansweredSince ?? '9') < (b.unansweredSince ?? '9') ? -1 : 1;
}
