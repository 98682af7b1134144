import { ChannelError } from '../../bot/channel-error.ts';
import type { Talk } from '../../bot/message.ts';
import { plain } from '../../text/markdown.ts';
import type { Body, DingtalkApi } from './api.ts';
import { isSingle, isStaff, type Session } from './parse-robot-message.ts';
import { dingtalkMarkdown, type Markdown } from './render.ts';
import type { Sessions } from './sessions.ts';

/** Milliseconds until somebody is written to again who got too many messages. */
const FLOW = 60_000;

export interface Reach {
  /** Into the chat of a talk: through its session while that lives, else through the API. `names`: whether a group is told who is meant; true where left out. */
  say(to: Talk, message: Markdown, options?: { readonly names?: boolean }): Promise<void>;
  /** Anything else than Markdown, which only the API takes. */
  show(to: Talk, msgKey: string, params: Body): Promise<void>;
  /** To one person alone. */
  whisper(user: string, message: Markdown): Promise<void>;
  toGroup(room: string, message: Markdown): Promise<void>;
}

/** How the robot reaches people. Everything throws a ChannelError; `window` where only the person can open the way again. */
export function createReach(api: DingtalkApi, robotCode: string, sessions: Pick<Sessions, 'of' | 'say'>): Reach {
  const single = async (user: string, msgKey: string, params: Body): Promise<void> => {
    const answer = await api.call('POST', '/v1.0/robot/oToMessages/batchSend', {
      ...{ robotCode, userIds: [user], msgKey },
      msgParam: JSON.stringify(params),
    });
    const has = (list: unknown): boolean => Array.isArray(list) && list.includes(user);
    if (has(answer.invalidStaffIdList)) {
      throw new ChannelError('dingtalk', 'refused', '这位用户已不在企业里，或者不能用这个应用，消息送不到。');
    }
    if (!has(answer.flowControlledStaffIdList)) return;
    throw new ChannelError('dingtalk', 'rate', '钉钉对这位用户限流，过一会儿自动重发。', { retryAfter: FLOW });
  };
  const group = async (openConversationId: string, msgKey: string, params: Body): Promise<void> => {
    const msgParam = JSON.stringify(params);
    await api.call('POST', '/v1.0/robot/groupMessages/send', { robotCode, openConversationId, msgKey, msgParam });
  };
  const show = (to: Talk, msgKey: string, params: Body): Promise<void> => {
    if (!isSingle(to)) return group(to.room, msgKey, params);
    if (isStaff(to)) return single(to.user, msgKey, params);
    throw new ChannelError('dingtalk', 'window', '这位用户不在企业里，要等 TA 再写一句才能回复。');
  };
  return {
    async say(to, { title, text }, { names = true } = {}) {
      const session = await sessions.of(to);
      const mentions = names && !isSingle(to) && isStaff(to) ? [to.user] : [];
      const called = (who: string): string => (names ? `${who}${text}` : text);
      if (session && (await sessions.say(session, title, called(mentioned(to, session)), mentions))) return;
      await show(to, 'sampleMarkdown', { title, text: called(named(to, session)) });
    },
    show: async (to, msgKey, params) => show(to, msgKey, params),
    whisper: (user, message) => single(user, 'sampleMarkdown', { ...message }),
    toGroup: (room, message) => group(room, 'sampleMarkdown', { ...message }),
  };
}

/** Through a session DingTalk shows `@id` as the person's name, and tells them; the API knows no such thing. */
function mentioned(to: Talk, session: Session): string {
  if (isSingle(to)) return '';
  return isStaff(to) ? `@${to.user}\n\n` : named(to, session);
}

function named(to: Talk, session: Session | undefined): string {
  if (isSingle(to) || !session?.nick) return '';
  return dingtalkMarkdown(`**${plain(session.nick.slice(0, 40))}**：\n\n`);
}
