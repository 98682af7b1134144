import { roughly, timeOf } from '../times.ts';
import { useNow } from '../use-now.ts';

/** When something was, or will be. */
export function Time({ at }: { readonly at: string }) {
  return <time dateTime={at}>{timeOf(at, useNow())}</time>;
}

/** Roughly how long ago something was. */
export function Since({ at }: { readonly at: string }) {
  return <time dateTime={at}>{roughly(useNow() - Date.parse(at))}</time>;
}
