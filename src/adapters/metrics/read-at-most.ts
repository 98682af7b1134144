/**
 * Reads at most every so often: whoever asks in between gets what was read last. Undefined where it fails, or takes
 * longer than the patience; both in milliseconds.
 */
export function readAtMost<Value>(
  read: () => Promise<Value>,
  { every, patience }: { readonly every: number; readonly patience: number },
  now: () => number = () => performance.now(),
): () => Promise<Value | undefined> {
  let last: { readonly at: number; readonly value: Promise<Value | undefined> } | undefined;
  return () => {
    const at = now();
    if (!last || at - last.at >= every) last = { at, value: soon(read, patience) };
    return last.value;
  };
}

async function soon<Value>(read: () => Promise<Value>, patience: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([read(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
