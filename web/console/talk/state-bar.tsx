import { Button } from 'antd';
import type { ReactNode } from 'react';
import { t } from '../../shared/t.ts';
import { usePresence } from '../api/desk-queries.ts';
import type { TalkView } from '../api/types.ts';
import { RingingTime } from '../lists/ringing-time.tsx';
import { WaitingTime } from '../lists/waiting-time.tsx';
import { rich } from '../locale/rich.tsx';
import { useMe } from '../me.ts';
import { Icon } from '../parts/icon.tsx';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { codeName } from '../words.ts';
import { namesOf } from './say-event.ts';
import { useSteps } from './use-steps.ts';

/** Who has a conversation that is not mine, and how to get it. */
export function StateBar({ view: { summary, code } }: { readonly view: TalkView }) {
  const { talk, state, owner, waitingSince, since, due, ringingFor, ringingUntil } = summary;
  const { id: me, role } = useMe();
  const { data: present } = usePresence();
  const { claim, takeOver } = useSteps(talk);
  const now = useNow();

  const bar = (title: ReactNode, hint: string, action: ReactNode) => (
    <section className="state-bar" aria-label={t('这个对话现在的状态')}>
      <div>
        <p className="state-title">{title}</p>
        <p className="state-hint">{hint}</p>
      </div>
      {action}
    </section>
  );
  const claimButton = (label: string) => (
    <Button type="primary" size="large" onClick={() => void claim()}>
      {label}
    </Button>
  );
  if (owner !== null) {
    return bar(
      t('由{name}接待', { name: namesOf(present)(owner) }),
      role === 'supervisor' ? t('您是主管，可以接手。') : t('需要一起看时，可以写内部备注。'),
      role === 'supervisor' && <Button onClick={() => void takeOver()}>{t('接手')}</Button>,
    );
  }
  switch (state) {
    case 'queued':
    case 'ringing':
      if (ringingFor === me) {
        return bar(
          <b className="state-ringing">
            <Icon name="bell" size={18} /> <RingingTime until={ringingUntil} />
          </b>,
          t('这个对话分给了您。没有接入，就轮到下一位。'),
          claimButton(t('接入')),
        );
      }
      return bar(
        rich('{time} 已等待', { time: <WaitingTime since={waitingSince ?? since} /> }),
        t('接入之后，这里是输入框。'),
        claimButton(t('接入')),
      );
    case 'ticket':
      return bar(t('留言还没有回答'), t('接入之后写下的第一句话就是回答。'), claimButton(t('接入并回答')));
    case 'follow_up':
      return bar(
        t('约在 {time} 再看', { time: due ? timeOf(due, now) : '' }),
        t('到时候会回到队伍最前面。'),
        claimButton(t('现在接入')),
      );
    case 'resolved':
    case 'closed':
      return bar(
        code ? t('已结束：{code}', { code: codeName(code) }) : t('已结束'),
        t('用户再说话时，先由机器人接待。'),
        claimButton(t('重新接入')),
      );
    default:
      return bar(t('机器人在接待'), t('接入之后机器人不再回答，只给您草稿。'), claimButton(t('接入')));
  }
}
