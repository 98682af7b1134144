import { z } from 'zod';
import { REASONS } from '../../../handoff/case.ts';

const Count = z.int().min(0);
const Pair = z.object({ now: Count, before: Count }).readonly();
const Share = z.number().min(0).max(1).nullable();
const Shares = z.object({ now: Share, before: Share }).readonly();
const Day = z.string().meta({ description: '中国的日子，YYYY-MM-DD' });
const PeriodSchema = z.object({ from: Day, to: Day }).readonly();
const list = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object(shape).readonly()).readonly();
const pairs = <Shape extends z.ZodRawShape>(shape: Shape) => list({ ...shape, now: Count, before: Count });

/** How many came, how many of them got there, and how long that took in milliseconds. */
const Spread = z
  .object({ came: Count, done: Count, median: z.number().nullable(), p90: z.number().nullable() })
  .readonly();

const Times = z
  .object({
    days: list({ day: Day, ...Spread.unwrap().shape }),
    ways: list({ way: z.enum(['queue', 'ticket']), now: Spread, before: Spread }),
  })
  .readonly();

const Judged = z.object({ helpful: Count, unhelpful: Count }).readonly();

/** What supervisors are told of a period and the one before; each section has its plot, its table and its CSV. */
export const ReportSchema = z
  .object({
    period: PeriodSchema,
    before: PeriodSchema,
    volume: z
      .object({
        days: list({
          day: Day,
          conversations: Count,
          turns: Count,
          before: Count,
          channels: z.record(z.string(), Count),
        }),
        channels: pairs({ channel: z.string() }),
        conversations: Pair,
        turns: Pair,
      })
      .readonly(),
    entries: z.object({ rows: pairs({ entry: z.int(), label: z.string().nullable() }) }).readonly(),
    endings: z
      .object({
        days: list({
          ...{ day: Day, solved: Count, unhelpful: Count, unanswered: Count, person: Count },
          ...{ share: Share, before: Share },
        }),
        rows: pairs({ ending: z.enum(['solved', 'unhelpful', 'unanswered', 'person']) }),
        share: Shares,
      })
      .readonly(),
    reasons: z.object({ rows: pairs({ reason: z.enum(REASONS).nullable() }), total: Pair }).readonly(),
    response: Times,
    resolution: Times,
    face: z
      .object({
        rows: pairs({ ending: z.enum(['solved', 'retry', 'not-self', 'manual-review', 'person', 'unfinished']) }),
        total: Pair,
      })
      .readonly(),
    feedback: z
      .object({
        rows: list({ entry: z.int().nullable(), label: z.string().nullable(), now: Judged, before: Judged }),
        total: z.object({ now: Judged, before: Judged }).readonly(),
        share: Shares,
      })
      .readonly(),
    ratings: z
      .object({
        rows: pairs({ score: z.int() }),
        total: Pair,
        mean: z.object({ now: z.number().nullable(), before: z.number().nullable() }).readonly(),
      })
      .readonly(),
    gaps: z
      .object({
        days: list({ day: Day, notCovered: Count, clarify: Count, handoff: Count, before: Count }),
        rows: pairs({ outcome: z.enum(['not-covered', 'clarify', 'handoff']) }),
        total: Pair,
      })
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Report', description: '一段时间的报表，带着前一段同样长的时间；时长是毫秒' });

export type Report = z.output<typeof ReportSchema>;

export const SECTIONS = [
  'volume',
  'entries',
  'endings',
  'reasons',
  'response',
  'resolution',
  'face',
  'feedback',
  'ratings',
  'gaps',
] as const satisfies readonly (keyof Report)[];

export type Section = (typeof SECTIONS)[number];
