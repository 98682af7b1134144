import type { ComponentChildren } from 'preact';
import { moment } from '../text/moment.ts';

/** A line, under the time where it has been quiet before. */
export function Stamp({ at, children }: { readonly at: string | undefined; readonly children: ComponentChildren }) {
  return (
    <div class="entry">
      {at !== undefined && (
        <time class="stamp" dateTime={at}>
          {moment(at)}
        </time>
      )}
      {children}
    </div>
  );
}
