/** What comes of some work, or what `late` gives or throws once it takes longer than so many milliseconds. The work goes on all the same. */
export async function within<Value, Late>(
  milliseconds: number,
  work: Promise<Value>,
  late: () => Late,
): Promise<Value | Late> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return Promise.race([work, over.then(late)]).finally(() => clearTimeout(timer));
}
