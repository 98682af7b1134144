/** A promise that somebody else resolves. */
export interface Signal<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
}

export function signal<T>(): Signal<T> {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
