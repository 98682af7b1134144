/** Runs jobs one after the other, in the order asked; one that fails does not hold up the next. */
export function oneAtATime(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job, job);
    last = turn.catch(() => {});
    return turn;
  };
}
