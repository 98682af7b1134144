import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { t } from '../../shared/t.ts';
import type { Reason } from '../api/types.ts';
import { pathOf } from '../desk/place.ts';
import { useMe } from '../me.ts';
import { channelIcon, Icon } from '../parts/icon.tsx';
import { channelName, reasonName, visitorName } from '../words.ts';
import { AssignSheet } from './assign-sheet.tsx';
import type { OnWall } from './types.ts';
import { useWallSteps } from './use-wall-steps.ts';

interface TalkRowProps {
  readonly talk: string;
  readonly channel: string;
  readonly reason: Reason | null;
  readonly owner: string | null;
  readonly ringingFor?: string | null;
  readonly agents: readonly OnWall[];
  /** For whom it waits, or how it stands. */
  readonly about: ReactNode;
  readonly time: ReactNode;
}

/** A conversation on the wall, with what a supervisor can do to it without opening it. */
export function TalkRow({ talk, channel, reason, owner, ringingFor = null, agents, about, time }: TalkRowProps) {
  const { id: me } = useMe();
  const { take, assign } = useWallSteps();
  const [isAssigning, setAssigning] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const name = visitorName(talk);

  async function takeIt(): Promise<void> {
    setBusy(true);
    await take({ talk, owner });
    setBusy(false);
  }

  return (
    <li className="wall-row" data-talk={talk}>
      <span className={`channel channel-${channel}`} title={channelName(channel)}>
        <Icon name={channelIcon(channel)} size={16} />
        <span className="hidden">{channelName(channel)}</span>
      </span>
      <Link className="wall-who" to={pathOf('talks', talk)}>
        {name}
      </Link>
      <span className="wall-why">
        {reason && <span className={reason === 'complaint' ? 'chip chip-problem' : 'chip'}>{reasonName(reason)}</span>}
        <span className="wall-about">{about}</span>
      </span>
      <span className="wall-time">{time}</span>
      <span className="wall-actions">
        {owner !== me && (
          <Button size="small" loading={isBusy} aria-label={t('接手 {name}', { name })} onClick={() => void takeIt()}>
            {t('接手')}
          </Button>
        )}
        <Button size="small" aria-label={t('指派 {name}', { name })} onClick={() => setAssigning(true)}>
          {t('指派')}
        </Button>
      </span>
      {isAssigning && (
        <AssignSheet
          talk={talk}
          at={owner ?? ringingFor}
          agents={agents}
          onClose={() => setAssigning(false)}
          onChoose={(to, toName) => assign({ talk, owner }, to, toName)}
        />
      )}
    </li>
  );
}
