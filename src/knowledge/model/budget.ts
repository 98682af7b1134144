/** Questions asked since `from` (milliseconds), within an hour of it. */
export interface Spent {
  readonly from: number;
  readonly count: number;
}

const HOUR = 3_600_000;

export const nothingSpent: Spent = { from: Number.NEGATIVE_INFINITY, count: 0 };

/** What is spent with one question more at `now`; undefined where the hour's budget is used up. */
export function spending(spent: Spent, budget: number, now: number): Spent | undefined {
  const hour = now - spent.from < HOUR ? spent : { from: now, count: 0 };
  return hour.count < budget ? { from: hour.from, count: hour.count + 1 } : undefined;
}
