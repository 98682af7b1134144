import type { ConversationCount, Reports } from '../../store/reports.ts';
import type { Periods } from './period.ts';
import type { Report } from './schema.ts';
import { grouped, mostFirst, pairOf, pairsBy, shareOf, sum, within } from './tally.ts';

/** How much was talked, by day and channel. */
export function volumeOf(rows: readonly ConversationCount[], periods: Periods): Report['volume'] {
  const byDay = grouped(rows, ({ day }) => day);
  const on = (day: string | undefined) => byDay.get(day ?? '') ?? [];
  const channels = pairsBy(rows, periods, { name: ({ channel }) => channel, count: conversations });
  const shown = mostFirst(channels).map(({ name, ...pair }) => ({ channel: name, ...pair }));
  return {
    days: periods.now.days.map((day, at) => ({
      day,
      conversations: sum(on(day), conversations),
      turns: sum(on(day), ({ turns }) => turns),
      before: sum(on(periods.before.days[at]), conversations),
      channels: Object.fromEntries(
        shown.map(({ channel }) => [
          channel,
          sum(
            on(day).filter((row) => row.channel === channel),
            conversations,
          ),
        ]),
      ),
    })),
    channels: shown,
    conversations: pairOf(rows, periods, conversations),
    turns: pairOf(rows, periods, ({ turns }) => turns),
  };
}

const ENDINGS = ['solved', 'unhelpful', 'unanswered', 'person'] as const;

/** How conversations ended in which anything was asked; `share` is that of those which the assistant ended alone. */
export function endingsOf(all: readonly ConversationCount[], periods: Periods): Report['endings'] {
  const rows = all.filter(({ ending }) => ending !== 'nothing-asked');
  const byDay = grouped(rows, ({ day }) => day);
  const on = (day: string | undefined) => byDay.get(day ?? '') ?? [];
  return {
    days: periods.now.days.map((day, at) => ({
      day,
      ...(Object.fromEntries(ENDINGS.map((ending) => [ending, counted(on(day), ending)])) as Record<
        (typeof ENDINGS)[number],
        number
      >),
      share: solvedShare(on(day)),
      before: solvedShare(on(periods.before.days[at])),
    })),
    rows: ENDINGS.map((ending) => ({
      ending,
      ...pairOf(
        rows.filter((row) => row.ending === ending),
        periods,
        conversations,
      ),
    })),
    share: { now: solvedShare(within(rows, periods.now)), before: solvedShare(within(rows, periods.before)) },
  };
}

/** Conversations by entry, most first. `labels` are what the entries are called. */
export function entriesOf(
  rows: Awaited<ReturnType<Reports['entries']>>,
  periods: Periods,
  labels: ReadonlyMap<number, string>,
): Report['entries'] {
  const found = pairsBy(rows, periods, { name: ({ entry }) => entry, count: conversations });
  return {
    rows: mostFirst(found).map(({ name: entry, ...pair }) => ({ entry, label: labels.get(entry) ?? null, ...pair })),
  };
}

function conversations(row: { readonly conversations: number }): number {
  return row.conversations;
}

function counted(rows: readonly ConversationCount[], ending: ConversationCount['ending']): number {
  return sum(
    rows.filter((row) => row.ending === ending),
    conversations,
  );
}

function solvedShare(rows: readonly ConversationCount[]): number | null {
  return shareOf(counted(rows, 'solved'), sum(rows, conversations));
}
