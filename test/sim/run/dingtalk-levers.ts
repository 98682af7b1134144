import type { DingTalkCtl } from '../dingtalk/ctl.ts';
import { faultLevers } from './fault-levers.ts';
import { button, type Lever, toggle } from './lever.ts';

export interface DingtalkLevers {
  readonly levers: readonly Lever[];
  /** Whether the month's pushes are used up. */
  readonly isUsedUp: () => boolean;
}

const GROUP = '连接';

/** What can go wrong at DingTalk. */
export function dingtalkLevers(ctl: DingTalkCtl, mode: 'stream' | 'http'): DingtalkLevers {
  let usedUp = false;
  const none = (): boolean => ctl.lines().every(({ state }) => state !== 'live');
  const lines: readonly Lever[] = [
    button({ id: 'disconnect', group: GROUP, label: '平台要求重连' }, () => ctl.disconnect('simulator'), none),
    button({ id: 'drop', group: GROUP, label: '网络断开' }, () => ctl.drop('all'), none),
    button({ id: 'zombie', group: GROUP, label: '连接还在，但不再推送' }, () => ctl.zombie('all'), none),
  ];
  return {
    levers: [
      ...(mode === 'stream' ? lines : []),
      ...faultLevers(ctl.fault),
      toggle({ id: 'quota', group: '故障', label: '本月推送额度用完' }, (isOn) => {
        usedUp = isOn;
      }),
      toggle({ id: 'twice', group: '故障', label: '每条消息推送两次' }, (isOn) => ctl.set({ duplicate: isOn ? 2 : 1 })),
      button({ id: 'token', group: '故障', label: '让令牌失效' }, () => ctl.expireToken()),
    ],
    isUsedUp: () => usedUp,
  };
}
