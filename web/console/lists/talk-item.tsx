import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '../../shared/t.ts';
import type { Summary } from '../api/types.ts';
import { useTyping } from '../api/typing.ts';
import { type ListName, pathOf, usePlace } from '../desk/place.ts';
import { useMe } from '../me.ts';
import { channelIcon, Icon } from '../parts/icon.tsx';
import { shownField } from '../parts/shown-field.ts';
import { useSteps } from '../talk/use-steps.ts';
import { channelName, reasonName, visitorName } from '../words.ts';
import { RingingTime } from './ringing-time.tsx';
import { unreadOf } from './unread-of.ts';

interface TalkItemProps {
  readonly summary: Summary;
  readonly list: ListName;
  /** At the right of the name. */
  readonly time: ReactNode;
}

/** A conversation in a list. Enter on one that waits takes it. */
export function TalkItem({ summary, list, time }: TalkItemProps) {
  const { talk, channel, reason, state, ringingFor, ringingUntil, blocked } = summary;
  const { id: me } = useMe();
  const place = usePlace();
  const typing = useTyping(talk);
  const { claim } = useSteps(talk);
  const waits = state === 'queued' || state === 'ringing';
  const ringsHere = ringingFor === me;
  const unread = unreadOf(summary, me);

  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !waits) return;
    event.preventDefault();
    void claim();
  };
  return (
    <div className={ringsHere ? 'item-row rings' : 'item-row'}>
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
            <span className={reason === 'complaint' ? 'chip chip-problem' : 'chip'}>{reasonName(reason)}</span>
          )}
          {blocked && <span className="chip chip-problem">{t('已停用')}</span>}
          <span className="item-preview">{typing ? t('对方正在输入…') : previewOf(summary)}</span>
          {unread > 0 && (
            <span className="unread">
              {unread > 99 ? '99+' : unread}
              <span className="hidden">{t('条未读')}</span>
            </span>
          )}
        </span>
      </Link>
      {waits && (
        <div className="item-claim">
          <span>{ringsHere && <RingingTime until={ringingUntil} />}</span>
          <button type="button" className="claim" onClick={() => void claim()}>
            {t('接入')}
          </button>
        </div>
      )}
    </div>
  );
}

/** What the person wants, as far as the card tells. */
function previewOf({ card }: Summary): string {
  for (const key of ['wish', 'errorText', 'entry']) {
    const field = card.find((one) => one.key === key);
    if (field?.value) return shownField(field).value;
  }
  return '';
}
