import { Button } from 'antd';
import type { ReactNode } from 'react';
import { usePresence } from '../api/desk-queries.ts';
import type { TalkView } from '../api/types.ts';
import { WaitingTime } from '../lists/waiting-time.tsx';
import { useMe } from '../me.ts';
import { timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';
import { CODE_NAMES } from '../words.ts';
import { namesOf } from './say-event.ts';
import { useSteps } from './use-steps.ts';

/** Who has a conversation that is not mine, and how to get it. */
export function StateBar({ view: { summary, code } }: { readonly view: TalkView }) {
  const { talk, state, owner, waitingSince, since, due } = summary;
  const { role } = useMe();
  const { data: present } = usePresence();
  const { claim, takeOver } = useSteps(talk);
  const now = useNow();

  const bar = (title: ReactNode, hint: string, action: ReactNode) => (
    <section className="state-bar" aria-label="这个对话现在的状态">
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
      <>由{namesOf(present)(owner)}接待</>,
      role === 'supervisor' ? '您是主管，可以接手。' : '需要一起看时，可以写内部备注。',
      role === 'supervisor' && <Button onClick={() => void takeOver()}>接手</Button>,
    );
  }
  switch (state) {
    case 'queued':
    case 'ringing':
      return bar(
        <>
          <WaitingTime since={waitingSince ?? since} /> 已等待
        </>,
        '接入之后，这里是输入框。',
        claimButton('接入'),
      );
    case 'ticket':
      return bar('留言还没有回答', '接入之后写下的第一句话就是回答。', claimButton('接入并回答'));
    case 'follow_up':
      return bar(<>约在 {due && timeOf(due, now)} 再看</>, '到时候会回到队伍最前面。', claimButton('现在接入'));
    case 'resolved':
    case 'closed':
      return bar(
        <>已结束{code ? `：${CODE_NAMES[code]}` : ''}</>,
        '用户再说话时，先由机器人接待。',
        claimButton('重新接入'),
      );
    default:
      return bar('机器人在接待', '接入之后机器人不再回答，只给您草稿。', claimButton('接入'));
  }
}
