import { chinaDay } from '../../../text/china-day.ts';
import type { Handover } from '../../store/reports.ts';
import { percentile } from './percentile.ts';
import type { Periods } from './period.ts';
import type { Report } from './schema.ts';
import { grouped, within } from './tally.ts';

type Times = Report['response'];
type Spread = Times['ways'][number]['now'];

/** How long it took from coming to the desk to `end`; by day of those who waited, apart from those who left a 留言. */
export function timesOf(
  handovers: readonly Handover[],
  periods: Pick<Periods, 'now' | 'before'>,
  end: (handover: Handover) => string | null,
): Times {
  const dated = handovers.map((handover) => ({ ...handover, day: chinaDay(handover.at) }));
  const queue = dated.filter(({ ticket }) => !ticket);
  const tickets = dated.filter(({ ticket }) => ticket);
  const byDay = grouped(queue, ({ day }) => day);
  const both = (those: typeof dated) => ({
    now: spreadOf(within(those, periods.now), end),
    before: spreadOf(within(those, periods.before), end),
  });
  return {
    days: periods.now.days.map((day) => ({ day, ...spreadOf(byDay.get(day) ?? [], end) })),
    ways: [
      { way: 'queue', ...both(queue) },
      { way: 'ticket', ...both(tickets) },
    ],
  };
}

function spreadOf(handovers: readonly Handover[], end: (handover: Handover) => string | null): Spread {
  const took = handovers.flatMap((handover) => {
    const at = end(handover);
    return at === null ? [] : [Math.max(0, Date.parse(at) - Date.parse(handover.at))];
  });
  return {
    came: handovers.length,
    done: took.length,
    median: percentile(took, 0.5),
    p90: percentile(took, 0.9),
  };
}
