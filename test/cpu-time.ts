/**
 * Milliseconds of processor time that a job takes: what a busy machine makes wait does not count. Of at most `rounds`
 * runs the shortest; no more are made once one is below `enough`.
 */
export function cpuTime(job: () => unknown, { enough = 0, rounds = 5 } = {}): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && least >= enough; round++) {
    const begun = process.cpuUsage();
    job();
    least = Math.min(least, process.cpuUsage(begun).user / 1_000);
  }
  return least;
}

/** The same of a job that waits, during which nothing else may run. */
export async function cpuTimeOf(job: () => Promise<unknown>, { enough = 0, rounds = 5 } = {}): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && least >= enough; round++) {
    const begun = process.cpuUsage();
    await job();
    least = Math.min(least, process.cpuUsage(begun).user / 1_000);
  }
  return least;
}
