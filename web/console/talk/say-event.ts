import { t, written } from '../../shared/t.ts';
import type { Code, Note, Present, Reason } from '../api/types.ts';
import type { IconName } from '../parts/icon.tsx';
import { timeOf } from '../times.ts';
import { agentName, codeName, reasonName } from '../words.ts';

export interface SaidEvent {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
}

export type Names = (agent: string | null) => string;

/** How the people of the desk are called: 客服 07 小周. */
export function namesOf(present: readonly Present[] = [], me?: string): Names {
  return (agent) => {
    if (agent === null) return t('系统');
    const one = present.find((known) => known.agent === agent);
    const name = one?.number === undefined ? t('一位客服') : `${agentName(one.number)} ${one.name ?? ''}`.trim();
    return agent === me ? t('您（{name}）', { name }) : name;
  };
}

/** What happened to the case, in words. */
export function sayEvent({ author, body }: Note, names: Names, now: number): SaidEvent {
  const who = names(author);
  switch (body.what) {
    case 'claim':
      return {
        icon: 'person',
        title: t('接入'),
        detail: join(who, body.reason ? reasonName(body.reason as Reason) : ''),
      };
    case 'take-over':
      return {
        icon: 'person',
        title: t('主管接手'),
        detail: join(who, body.from ? t('原来是{name}', { name: names(String(body.from)) }) : ''),
      };
    case 'transfer':
      return {
        icon: 'transfer',
        title: body.to ? t('转接') : t('放回队伍'),
        detail: join(who, body.to ? t('转给{name}', { name: names(String(body.to)) }) : ''),
      };
    case 'return':
      return { icon: 'returned', title: t('交回机器人'), detail: join(who, String(body.summary ?? '')) };
    case 'close':
      return { icon: 'closed', title: t('结束'), detail: join(who, body.code ? codeName(body.code as Code) : '') };
    case 'gone':
      return { icon: 'clock', title: t('客服离开，回到队伍'), detail: who };
    case 'release':
      return { icon: 'returned', title: t('放回队伍'), detail: who };
    case 'rang-out':
      return { icon: 'clock', title: t('振铃无人接'), detail: who };
    case 'follow-up':
      return { icon: 'clock', title: t('约好再看'), detail: join(who, body.due ? timeOf(String(body.due), now) : '') };
    case 'due':
      return { icon: 'clock', title: t('约好的时间到了'), detail: '' };
    case 'reveal':
      return {
        icon: 'lock',
        title: String(body.item).startsWith('contact') ? t('看了联系方式') : t('看了图片'),
        detail: join(who, String(body.reason ?? '')),
      };
    case 'corrected':
      return {
        icon: 'card',
        title: t('改了情况卡'),
        detail: join(
          author === null ? t('用户') : who,
          Array.isArray(body.labels) ? written(body.labels.join('、')) : '',
        ),
      };
    case 'block':
      return { icon: 'lock', title: t('停用'), detail: who };
    case 'unblock':
      return { icon: 'lock', title: t('恢复'), detail: who };
    case 'not-delivered':
      return { icon: 'warn', title: t('有一句话没有送达'), detail: written(String(body.fault ?? '')) };
    case 'waits-for-user':
      return { icon: 'clock', title: t('这个渠道现在发不出去，对方再来消息后送出'), detail: '' };
    case 'mail-not-delivered':
      return { icon: 'warn', title: t('邮件没有送达'), detail: written(String(body.fault ?? '')) };
    default:
      return { icon: 'clock', title: String(body.what), detail: who };
  }
}

function join(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
