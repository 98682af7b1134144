import { within } from '../within.ts';

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
    if (!last || at - last.at >= every) last = { at, value: within(patience, read(), nothing).catch(nothing) };
    return last.value;
  };
}

/** Whoever reads tells that nothing came. */
function nothing(): undefined {}
