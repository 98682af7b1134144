import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds that the thread itself worked: what other processes took from it meanwhile is not in it. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest task of the page's main thread while something runs, in milliseconds of its own work. */
export async function longestTask(browser: Browser, page: Page, run: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  try {
    await run();
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  const traced = (await browser.stopTracing()).toString('utf8');
  const { traceEvents } = JSON.parse(traced) as { readonly traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents.flatMap((one) =>
      one.name === 'thread_name' && one.args.name === 'CrRendererMain' ? [threadOf(one)] : [],
    ),
  );
  const tasks = traceEvents.filter((one) => one.name.endsWith('RunTask') && mains.has(threadOf(one)));
  if (tasks.length === 0) throw new Error('The trace holds no task of the page');
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1_000), 0);
}
