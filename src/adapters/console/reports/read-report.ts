import { setImmediate } from 'node:timers/promises';
import { REASONS } from '../../../handoff/case.ts';
import { chinaDay } from '../../../text/china-day.ts';
import type { FaceEnding, Handover, Reports, Span } from '../../store/reports.ts';
import { endingsOf, entriesOf, volumeOf } from './conversations.ts';
import { feedbackOf, gapsOf, ratingsOf } from './judgements.ts';
import { type Periods, slicesOf } from './period.ts';
import type { Report } from './schema.ts';
import { mostFirst, pairOf, pairsBy } from './tally.ts';
import { timesOf } from './times.ts';

const FACE_ENDINGS: readonly FaceEnding[] = ['solved', 'retry', 'not-self', 'manual-review', 'person', 'unfinished'];

/** All sections for a period and the one before. `labels` are what the entries are called. */
export async function readReport(
  reports: Reports,
  periods: Periods,
  labels: ReadonlyMap<number, string>,
): Promise<Report> {
  const { span } = periods;
  const conversations = await inSlices(span, reports.conversations);
  const handovers = await inSlices(span, reports.handovers);
  return {
    period: { from: periods.now.from, to: periods.now.to },
    before: { from: periods.before.from, to: periods.before.to },
    volume: volumeOf(conversations, periods),
    entries: entriesOf(await inSlices(span, reports.entries), periods, labels),
    endings: endingsOf(conversations, periods),
    reasons: reasonsOf(handovers, periods),
    response: timesOf(handovers, periods, ({ repliedAt }) => repliedAt),
    resolution: timesOf(handovers, periods, ({ resolvedAt }) => resolvedAt),
    face: faceOf(await inSlices(span, reports.faces), periods),
    feedback: feedbackOf(await inSlices(span, reports.feedback), periods, labels),
    ratings: ratingsOf(await inSlices(span, reports.ratings), periods),
    gaps: gapsOf(await inSlices(span, reports.gaps), periods),
  };
}

/** Days that are counted at once: SQLite lets nobody else speak meanwhile, and a year takes seconds. */
const SLICE = 7;

/** Every report counts day by day, so that its pieces are the whole. */
async function inSlices<Row>(span: Span, read: (slice: Span) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const slice of slicesOf(span, SLICE)) {
    rows.push(...(await read(slice)));
    await setImmediate();
  }
  return rows;
}

/** Why people came to the desk, most first. */
function reasonsOf(handovers: readonly Handover[], periods: Periods): Report['reasons'] {
  const rows = handovers.map(({ at, reason }) => ({ day: chinaDay(at), reason }));
  const one = () => 1;
  const found = pairsBy(rows, periods, {
    name: ({ reason }) => (reason !== null && REASONS.includes(reason) ? reason : null),
    count: one,
    expected: REASONS,
  });
  return {
    rows: mostFirst(found).map(({ name: reason, ...pair }) => ({ reason, ...pair })),
    total: pairOf(rows, periods, one),
  };
}

function faceOf(rows: Awaited<ReturnType<Reports['faces']>>, periods: Periods): Report['face'] {
  const count = ({ conversations }: { readonly conversations: number }) => conversations;
  const found = pairsBy(rows, periods, { name: ({ ending }) => ending, count, expected: FACE_ENDINGS });
  return {
    rows: found.map(({ name: ending, ...pair }) => ({ ending, ...pair })),
    total: pairOf(rows, periods, count),
  };
}
