import { t } from '../../shared/t.ts';
import type { Waiting } from '../api/types.ts';
import { WaitingTime } from '../lists/waiting-time.tsx';
import { agentName } from '../words.ts';
import { TalkRow } from './talk-row.tsx';
import type { Wall } from './types.ts';

/** Who waits, in the order they are served: why, for whom, and how long. */
export function WaitingPanel({ wall, waiting }: { readonly wall: Wall; readonly waiting: readonly Waiting[] }) {
  if (waiting.length === 0) {
    return <p className="page-empty">{t('现在没有人在等。有人转人工时，会马上出现在这里。')}</p>;
  }
  return (
    <ul className="wall-rows">
      {waiting.map(({ talk, channel, reason, ringingFor, waitingSince, since }) => (
        <TalkRow
          key={talk}
          {...{ talk, channel, reason, ringingFor }}
          owner={null}
          agents={wall.agents}
          about={forWhom(talk, ringingFor, wall)}
          time={<WaitingTime since={waitingSince ?? since} />}
        />
      ))}
    </ul>
  );
}

function forWhom(talk: string, ringingFor: string | null, { agents, waiting }: Wall): string {
  const name = (id: string): string => {
    const one = agents.find(({ agent }) => agent === id);
    return one ? `${agentName(one.number)} ${one.name}` : t('一位客服');
  };
  if (ringingFor !== null) return t('振铃 {agent}', { agent: name(ringingFor) });
  const known = waiting.find((one) => one.talk === talk);
  if (known && known.rang > 0) return t('振铃 {count} 次没有人接', { count: known.rang });
  if (known?.lastOwner) return t('上次是 {agent}', { agent: name(known.lastOwner) });
  return t('在等任何一位客服');
}
