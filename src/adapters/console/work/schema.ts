import { z } from 'zod';
import { CODES, REASONS } from '../../../handoff/case.ts';
import { CardSchema } from '../../schema/card.ts';
import { LineSchema } from '../../schema/talk.ts';

/** What the console is told of conversations. */

export const TalkParams = z.object({ talk: z.string() });

export const State = z.enum([
  'bot',
  'queued',
  'ringing',
  'agent',
  'waiting_user',
  'resolved',
  'closed',
  'ticket',
  'follow_up',
]);

export const Summary = z
  .object({
    talk: z.string(),
    channel: z.string(),
    state: State,
    epoch: z.int(),
    owner: z.string().nullable(),
    ringingFor: z.string().nullable(),
    ringingUntil: z.string().nullable().meta({ description: '振铃到什么时候；没有人接就轮到下一位' }),
    reason: z.enum(REASONS).nullable(),
    since: z.string(),
    waitingSince: z.string().nullable(),
    unansweredSince: z.string().nullable(),
    due: z.string().nullable(),
    front: z.boolean(),
    lastAt: z.string(),
    seq: z.int(),
    notes: z.int().meta({ description: '已有几条备注、草稿和事件' }),
    blocked: z.boolean(),
    read: z.object({ user: z.int(), agent: z.int() }).readonly().meta({ description: '双方读到第几句' }),
    card: CardSchema,
  })
  .readonly()
  .meta({ id: 'TalkSummary', description: '一个对话现在的样子' });

export const Waiting = Summary.unwrap()
  .extend({ position: z.int() })
  .readonly()
  .meta({ id: 'WaitingTalk', description: '排队里的一个对话，position 从 1 开始' });

export const NoteSchema = z
  .object({
    nth: z.int(),
    at: z.string(),
    after: z.int().meta({ description: '在第几句话之后' }),
    kind: z.enum(['note', 'draft', 'event']),
    author: z.string().nullable(),
    body: z.record(z.string(), z.unknown()).readonly(),
  })
  .readonly()
  .meta({ id: 'Note', description: '只有客服看得到的：备注、机器人的草稿、发生过的事' });

export const TicketSchema = z
  .object({ id: z.string(), at: z.string(), text: z.string(), doneAt: z.string().nullable() })
  .readonly()
  .meta({ id: 'TalkTicket', description: '留言；联系方式用 reveal 看' });

/** A line as the desk sees it. Of the channel, `sent` means handed over: whoever reads on a page fetches it. */
export const DeskLine = LineSchema.unwrap()
  .extend({
    delivery: z
      .array(
        z
          .object({ way: z.enum(['mail', 'channel', 'link']), state: z.enum(['sent', 'under-way', 'waits', 'dead']) })
          .readonly(),
      )
      .readonly()
      .exactOptional()
      .meta({ description: '客服的话怎样送到：邮件、原来的渠道、留言的链接；网页上的用户读到哪一句，看 read.user' }),
  })
  .readonly()
  .meta({ id: 'DeskLine', description: '客服看到的一句话' });

export const TalkSchema = z
  .object({
    summary: Summary,
    messages: z.array(DeskLine).readonly(),
    first: z.int().meta({ description: '这个对话现在最早的一句的序号，还没有话时是 0；更早的用 before 再要' }),
    notes: z.array(NoteSchema).readonly(),
    tickets: z.array(TicketSchema).readonly(),
    facts: z.record(z.string(), z.unknown()).readonly(),
    code: z.enum(CODES).nullable(),
    window: z
      .object({
        until: z.string(),
        left: z.int().nullable().meta({ description: '还可发送几条；不限条数时是 null' }),
      })
      .readonly()
      .nullable()
      .meta({ description: '这个渠道还允许主动发送到什么时候、几条；没有限制时是 null' }),
  })
  .readonly();

export const Moved = z
  .object({ state: State, owner: z.string().nullable(), epoch: z.int(), messages: z.array(DeskLine).readonly() })
  .readonly()
  .meta({ id: 'Moved', description: '改动之后的状态' });

export const Conflict = z
  .object({
    error: z.object({ code: z.string(), message: z.string() }).readonly(),
    state: State.exactOptional(),
    owner: z.string().nullable().exactOptional(),
    ownerName: z.string().nullable().exactOptional(),
    epoch: z.int().exactOptional(),
  })
  .readonly()
  .meta({ id: 'Conflict', description: '现在做不了，带着现在的状态' });
