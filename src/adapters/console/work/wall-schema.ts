import { z } from 'zod';
import { Summary } from './schema.ts';

/** What the wall is told. Durations are in milliseconds unless their names say seconds. */

const OnWall = z
  .object({
    agent: z.string(),
    number: z.int(),
    name: z.string(),
    available: z.boolean(),
    capacity: z.int(),
    load: z.int(),
    seenAt: z.string().meta({ description: 'TA 的客服台上一次有动静' }),
    isGone: z.boolean().meta({ description: '超过 60 秒没有动静' }),
  })
  .readonly();

const Held = Summary.unwrap()
  .pick({
    talk: true,
    channel: true,
    state: true,
    owner: true,
    reason: true,
    since: true,
    unansweredSince: true,
    lastAt: true,
    due: true,
  })
  .readonly();

const Rung = z
  .object({
    talk: z.string(),
    rang: z.int().meta({ description: '已经振铃几次没有人接' }),
    lastOwner: z.string().nullable(),
  })
  .readonly();

export const WallSchema = z
  .object({
    at: z.string(),
    open: z.boolean(),
    hours: z.string().nullable().meta({ description: '服务时间；null 是一直开着' }),
    longWait: z.int().meta({ description: '等了多少秒算太久' }),
    agents: z.array(OnWall).readonly(),
    held: z.array(Held).readonly(),
    waiting: z.array(Rung).readonly(),
  })
  .readonly()
  .meta({ id: 'Wall', description: '主管看的现场' });

export const TodaySchema = z
  .object({
    day: z.iso.date(),
    conversations: z.int().meta({ description: '今天用户说过话的对话' }),
    solvedByBot: z.int().meta({
      description: '最后一个问题已由机器人回答、没有被评“没帮助”、今天没有经过人工，并且 30 分钟没有再说话或已经结束',
    }),
    handedOver: z.int().meta({ description: '今天从机器人转到人工：排队、留言，或由客服接入' }),
    solvedByPeople: z.int().meta({ description: '今天由客服以“已解决”或“已告知办法”结束，之后没有再转人工' }),
    ticketsOpen: z.int(),
    ticketsAnswered: z.int(),
    medianWait: z.int().nullable().meta({ description: '今天等到客服的人，等待的中位数；没有人等到时是 null' }),
  })
  .readonly()
  .meta({ id: 'Today', description: '今天（北京时间）到现在的数字' });
