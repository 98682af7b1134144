import { z } from 'zod';
import type { Talk, Unreadable } from '../../bot/message.ts';

/** A webhook that answers into one chat for about 90 minutes. */
export interface Session {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** What the person calls themselves there. */
  readonly nick: string;
}

/** What somebody wrote to the robot. */
export interface RobotMessage {
  readonly id: string;
  /** Milliseconds since 1970; undefined where it is not told. */
  readonly at: number | undefined;
  readonly talk: Talk;
  readonly unionId: string | undefined;
  readonly text: string;
  /** Download codes of pictures. */
  readonly media: readonly string[];
  readonly unreadable?: Unreadable;
  readonly session: Session | undefined;
}

const words = z.string().catch('');
const millis = z.coerce.number().int().positive().max(8.64e15).optional().catch(undefined);
const RichPart = z
  .object({ type: words, text: words, downloadCode: words })
  .catch({ type: '', text: '', downloadCode: '' });
const Content = z.union([
  z.string().transform((text) => ({ text, richText: [], downloadCode: '', recognition: '' })),
  z
    .object({ richText: z.array(RichPart).catch([]), downloadCode: words, recognition: words })
    .transform((content) => ({ ...content, text: '' })),
]);
const NOTHING = { text: '', richText: [], downloadCode: '', recognition: '' };

const Body = z.object({
  msgId: z.string().min(1).max(200),
  msgtype: words,
  conversationId: z.string().min(1).max(500),
  conversationType: words,
  createAt: millis,
  senderId: words,
  senderStaffId: words,
  senderUnionId: words,
  senderNick: words,
  sessionWebhook: words,
  sessionWebhookExpiredTime: millis,
  text: z.object({ content: words }).catch({ content: '' }),
  content: Content.catch(NOTHING),
});

/** The month's pushes are used up: such a body has no content. Two pages of the vendor name the field differently. */
const Quota = z.union([z.object({ errorCode: z.coerce.string() }), z.object({ errCode: z.coerce.string() })]);
const QUOTA = '20001';

const UNREADABLE: Readonly<Record<string, Unreadable>> = { audio: 'voice', video: 'video', file: 'file' };

/** Undefined where it is nothing that a person wrote; `quota` where DingTalk tells that it sends no more this month. */
export function parseRobotMessage(body: unknown): RobotMessage | 'quota' | undefined {
  const quota = Quota.safeParse(body).data;
  if (quota && ('errorCode' in quota ? quota.errorCode : quota.errCode) === QUOTA) return 'quota';
  const read = Body.safeParse(body).data;
  const user = read && (read.senderStaffId || read.senderId);
  if (!user) return undefined;
  const { msgId, msgtype, content, createAt, senderUnionId } = read;
  const room = read.conversationType === '2' ? read.conversationId : user;
  const said = { ...saidIn(read), ...(msgtype === 'picture' && { media: codesOf([content.downloadCode]) }) };
  const unreadable = UNREADABLE[msgtype] ?? (KNOWN.has(msgtype) ? undefined : 'other');
  return {
    id: msgId,
    at: createAt,
    talk: { channel: 'dingtalk', room, user },
    unionId: senderUnionId || undefined,
    ...said,
    ...(unreadable && said.text === '' && said.media.length === 0 && { unreadable }),
    session: sessionOf(read),
  };
}

const KNOWN = new Set(['text', 'picture', 'richText']);

function saidIn({ msgtype, text, content }: z.output<typeof Body>): Pick<RobotMessage, 'text' | 'media'> {
  if (msgtype === 'richText') {
    const texts = content.richText.map((part) => part.text.trim()).filter((part) => part !== '');
    return { text: texts.join('\n'), media: codesOf(content.richText.map(({ downloadCode }) => downloadCode)) };
  }
  if (msgtype === 'audio') return { text: content.recognition.trim(), media: [] };
  return { text: msgtype === 'text' ? (text.content || content.text).trim() : '', media: [] };
}

/** Pictures of one message (product rule). */
const MOST = 4;

function codesOf(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => code !== '').slice(0, MOST);
}

function sessionOf({
  sessionWebhook: url,
  sessionWebhookExpiredTime: until,
  senderNick: nick,
}: z.output<typeof Body>): Session | undefined {
  return url !== '' && until !== undefined ? { url, until, nick } : undefined;
}

/** Whether a talk is the person's own chat with the robot: groups have rooms of their own. */
export function isSingle({ room, user }: Talk): boolean {
  return room === user;
}

/** Whether the robot can write to somebody by their id: people outside of the organisation only have an encrypted one. */
export function isStaff({ user }: Talk): boolean {
  return !user.startsWith('$:');
}
