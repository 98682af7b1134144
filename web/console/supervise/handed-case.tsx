import { memo } from 'react';
import { Link } from 'react-router';
import { t } from '../../shared/t.ts';
import { pathOf } from '../desk/place.ts';
import { useMe } from '../me.ts';
import { channelIcon, Icon } from '../parts/icon.tsx';
import type { Names } from '../talk/say-event.ts';
import { timeOf } from '../times.ts';
import { channelName, reasonName, stateName, visitorName } from '../words.ts';
import { HandoverNote } from './handover-note.tsx';
import { knownOf } from './known-of.ts';
import { saidText } from './said-text.ts';
import { isLate, sayDue, sayNext } from './say-next.ts';
import type { Handed } from './types.ts';

interface HandedCaseProps {
  readonly one: Handed;
  readonly names: Names;
  readonly now: number;
}

/** One case for the next shift: what to do by when, whose it is, what is known, how it stands. */
export const HandedCase = memo(function HandedCase({ one, names, now }: HandedCaseProps) {
  const { id: me, role } = useMe();
  const { summary, next, isFace, theirs, ours, notes, tickets } = one;
  const { talk, channel, state, reason, owner } = summary;
  const due = sayDue(next, now);
  return (
    <li className="panel handed" data-talk={talk}>
      <h3>
        <span className={`channel channel-${channel}`} title={channelName(channel)}>
          <Icon name={channelIcon(channel)} size={16} />
          <span className="hidden">{channelName(channel)}</span>
        </span>
        <Link to={pathOf(state === 'ticket' ? 'tickets' : 'talks', talk)}>{visitorName(talk)}</Link>
        {isFace && <span className="chip chip-notice">{t('人脸核验')}</span>}
        {reason && <span className={reason === 'complaint' ? 'chip chip-problem' : 'chip'}>{reasonName(reason)}</span>}
        <span className="handed-state">
          {stateName(state)} · {owner === null ? t('还没有人') : names(owner)}
        </span>
      </h3>
      <p className="handed-next">
        <b>{t('下一步：{next}', { next: sayNext(next) })}</b>
        {due !== '' && (
          <span className={isLate(next, now) ? 'chip chip-problem' : 'chip'}>
            {isLate(next, now) && <Icon name="warn" size={14} />} {due}
          </span>
        )}
      </p>
      <dl className="handed-known">
        {knownOf(one).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {theirs && <Said label={t('用户最后说')} said={theirs} now={now} />}
        {ours ? (
          <Said label={t('客服最后说')} said={ours} now={now} />
        ) : (
          <div>
            <dt>{t('客服最后说')}</dt>
            <dd>{t('还没有说过')}</dd>
          </div>
        )}
        {tickets.map(({ id, at, text }) => (
          <div key={id}>
            <dt>{t('留言')}</dt>
            <dd>
              {text} <time>{timeOf(at, now)}</time>
            </dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 && (
        <ul className="handed-notes">
          {notes.map(({ at, author, text }) => (
            <li key={`${at}${text}`}>
              <span>
                {t('备注（{name}）', { name: names(author) })} <time>{timeOf(at, now)}</time>
              </span>
              {text}
            </li>
          ))}
        </ul>
      )}
      {(role === 'supervisor' || owner === me) && <HandoverNote talk={talk} />}
    </li>
  );
});

interface SaidProps {
  readonly label: string;
  readonly said: NonNullable<Handed['theirs']>;
  readonly now: number;
}

function Said({ label, said, now }: SaidProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="handed-said">
        <span dir="auto">{saidText(said)}</span> <time>{timeOf(said.at, now)}</time>
      </dd>
    </div>
  );
}
