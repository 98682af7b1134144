import type { RobotMessage } from './ctl.ts';
import type { FileHost } from './file-host.ts';
import type { World } from './world.ts';

/** A session webhook lives 90 min (createAt and expiry of three official samples are 5 400 s apart). */
export const SESSION_MS = 5_400_000;

type Json = Readonly<Record<string, unknown>>;

const content = (message: RobotMessage, { keep }: FileHost, { settings }: World): Json => {
  const { type = 'text', text = '', file = {}, parts = [], fileName = '材料.pdf', group, at } = message;
  if (type === 'text') {
    // After an @ the words begin with a blank.
    const words = group !== undefined && at !== false ? ` ${text}` : text;
    return settings.textAt === 'text' ? { text: { content: words } } : { content: words };
  }
  if (type === 'richText') {
    const richText = parts.map((part) =>
      typeof part === 'string' ? { text: part } : { type: 'picture', downloadCode: keep(part) },
    );
    return { content: { richText } };
  }
  const downloadCode = keep(file);
  if (type === 'audio') return { content: { downloadCode, duration: 4_000, recognition: text } };
  if (type === 'video') return { content: { downloadCode, duration: 8_000, videoType: 'mp4' } };
  return { content: type === 'file' ? { downloadCode, fileName } : { downloadCode } };
};

/** The body of a robot message, the same over Stream and HTTP. `webhook` makes its session webhook. */
export function robotBody(
  world: World,
  host: FileHost,
  message: RobotMessage,
  webhook: (to: string, single: boolean, until: number) => string,
): { readonly msgId: string; readonly text: string } {
  const { clock, random, app, settings } = world;
  const { user, group, type = 'text', nick = user, outsider, quotaExceeded, badJson } = message;
  const now = clock.now();
  const msgId = `msg${random.id(24)}==`;
  const until = now + SESSION_MS;
  const body: Json = {
    conversationId: group ?? `cid${user}`,
    conversationType: group === undefined ? '1' : '2',
    ...(group === undefined ? {} : { conversationTitle: `群 ${group}`, isInAtList: true }),
    ...(group === undefined ? {} : { atUsers: [{ dingtalkId: `$:LWCP_v1:$${app.robotCode}` }] }),
    msgId,
    msgtype: type,
    createAt: now,
    senderId: `$:LWCP_v1:$${user}`,
    ...(outsider ? {} : { senderStaffId: user, senderCorpId: app.corpId }),
    senderUnionId: `union${user}`,
    senderNick: nick,
    senderPlatform: 'Android',
    isAdmin: false,
    chatbotCorpId: app.corpId,
    chatbotUserId: `$:LWCP_v1:$${app.robotCode}`,
    robotCode: app.robotCode,
    sessionWebhook: webhook(group ?? user, group === undefined, until),
    sessionWebhookExpiredTime: until,
    ...(quotaExceeded
      ? settings.quotaWords === 'errorMessage'
        ? { errorCode: '20001', errorMessage: '本月消息推送额度已用完' }
        : { errCode: '20001', errMsg: '本月消息推送额度已用完' }
      : content(message, host, world)),
  };
  const text = JSON.stringify(body);
  return { msgId, text: badJson ? text.slice(0, Math.floor(text.length / 2)) : text };
}
