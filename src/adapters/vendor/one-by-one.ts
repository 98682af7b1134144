/**
 * Lets one pass in each turn of the event loop, in the order in which they come. What is read together would otherwise be
 * worked on, with all that it takes, before the next of it is even looked at, though that may be older.
 */
export function oneByOne(): () => Promise<void> {
  let before = Promise.resolve();
  return () => {
    before = before.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
    return before;
  };
}
