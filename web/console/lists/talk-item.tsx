import { Button } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Summary } from '../api/types.ts';
import { useTyping } from '../api/typing.ts';
import { type ListName, pathOf, usePlace } from '../desk/place.ts';
import { useMe } from '../me.ts';
import { channelIcon, Icon } from '../parts/icon.tsx';
import { useSteps } from '../talk/use-steps.ts';
import { channelName, REASON_NAMES, visitorName } from '../words.ts';
import { useSeen } from './seen.ts';

interface TalkItemProps {
  readonly summary: Summary;
  readonly list: ListName;
  /** At the right of the name. */
  readonly time: ReactNode;
}

/** A conversation in a list. Enter on one that waits takes it. */
export function TalkItem({ summary, list, time }: TalkItemProps) {
  const { talk, channel, reason, state, ringingFor, seq, unansweredSince, blocked } = summary;
  const { id: me } = useMe();
  const place = usePlace();
  const seen = useSeen();
  const typing = useTyping(talk);
  const { claim } = useSteps(talk);
  const waits = state === 'queued' || state === 'ringing';
  const ringsHere = ringingFor === me;
  const isUnread = state === 'agent' && unansweredSince !== null && (seen.get(talk) ?? 0) < seq;

  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !waits) return;
    event.preventDefault();
    void claim();
  };
  return (
    <li className={ringsHere ? 'item-row rings' : 'item-row'}>
      <Link
        className="item"
        to={pathOf(list, talk)}
        data-talk={talk}
        data-list={list}
        aria-current={place.talk === talk ? 'true' : undefined}
        onKeyDown={press}
      >
        <span className={`channel channel-${channel}`} title={channelName(channel)}>
          <Icon name={channelIcon(channel)} size={16} />
          <span className="hidden">{channelName(channel)}</span>
        </span>
        <span className="item-name">{visitorName(talk)}</span>
        <span className="item-time">{time}</span>
        <span className="item-about">
          {reason && (
            <span className={reason === 'complaint' ? 'chip chip-problem' : 'chip'}>{REASON_NAMES[reason]}</span>
          )}
          {blocked && <span className="chip chip-problem">已停用</span>}
          <span className="item-preview">{typing ? '对方正在输入…' : previewOf(summary)}</span>
          {isUnread && (
            <span className="unread">
              <span className="hidden">有新消息</span>
            </span>
          )}
        </span>
      </Link>
      {waits && (
        <div className="item-claim">
          <span>{ringsHere ? '正在振铃给您' : ''}</span>
          <Button size="small" type={ringsHere ? 'primary' : 'default'} onClick={() => void claim()}>
            接入
          </Button>
        </div>
      )}
    </li>
  );
}

/** What the person wants, as far as the card tells. */
function previewOf({ card }: Summary): string {
  for (const key of ['wish', 'errorText', 'entry']) {
    const value = card.find((field) => field.key === key)?.value;
    if (value) return value;
  }
  return '';
}
